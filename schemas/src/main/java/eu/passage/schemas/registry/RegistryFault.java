package eu.passage.schemas.registry;

import java.util.Arrays;

/** A request that the registry refuses, with the status and code that the documented API gives. */
final class RegistryFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int errorCode;

  private RegistryFault(int status, int errorCode, String message) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }

  static RegistryFault unknownSubject(String subject) {
    return new RegistryFault(404, 40401, "Subject '" + subject + "' not found.");
  }

  static RegistryFault unknownVersion(String version) {
    return new RegistryFault(404, 40402, "Version " + version + " not found.");
  }

  static RegistryFault unknownSchema() {
    return new RegistryFault(404, 40403, "Schema not found");
  }

  static RegistryFault noSubjectLevel(String subject) {
    return new RegistryFault(
        404,
        40408,
        "Subject '" + subject + "' does not have subject-level compatibility configured");
  }

  static RegistryFault incompatible(String message) {
    return new RegistryFault(409, 409, message);
  }

  static RegistryFault invalidSchema(String message) {
    return new RegistryFault(422, 42201, message);
  }

  static RegistryFault invalidVersion(String version) {
    return new RegistryFault(
        422,
        42202,
        "The specified version '"
            + version
            + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string"
            + " \"latest\"");
  }

  static RegistryFault invalidLevel(String level) {
    return new RegistryFault(
        422,
        42203,
        "Invalid compatibility level '"
            + level
            + "'. Valid values are "
            + Arrays.toString(Compatibility.values()));
  }

  static RegistryFault unreadableBody(String message) {
    return new RegistryFault(400, 400, message);
  }

  static RegistryFault unknownPath(String path) {
    return new RegistryFault(404, 404, "HTTP 404 Not Found: " + path);
  }

  static RegistryFault wrongMethod(String method, String path) {
    return new RegistryFault(405, 405, "HTTP 405 Method Not Allowed: " + method + " " + path);
  }

  static RegistryFault tooLarge(int limit) {
    return new RegistryFault(413, 413, "a request holds at most " + limit + " bytes");
  }

  static RegistryFault internal(RuntimeException cause) {
    return new RegistryFault(500, 50001, "Error in the registry: " + cause);
  }

  int status() {
    return status;
  }

  int errorCode() {
    return errorCode;
  }
}
