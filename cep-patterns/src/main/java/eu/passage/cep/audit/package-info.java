/** What detection writes to the audit: to whom it disclosed what, and what people did with it. */
@NullMarked
package eu.passage.cep.audit;

import org.jspecify.annotations.NullMarked;
