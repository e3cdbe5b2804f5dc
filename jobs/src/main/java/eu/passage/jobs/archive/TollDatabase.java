package eu.passage.jobs.archive;

import eu.passage.jobs.config.DatabaseSettings;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateOutput;
import org.postgresql.ds.PGSimpleDataSource;

/** The database that holds the table and its views. */
public record TollDatabase(DatabaseSettings settings) implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int CONNECT_SECONDS = 10;
  private static final int ANSWER_SECONDS = 60;

  /** Where in the database they are. */
  public String schema() {
    return settings.schemaName();
  }

  /**
   * Connects; each statement is a transaction of its own.
   *
   * @throws SQLException when it does not answer or does not let this user in
   */
  public Connection connect() throws SQLException {
    return source().getConnection();
  }

  private DataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    source.setUser(settings.user());
    settings.readPassword().ifPresent(source::setPassword);
    source.setCurrentSchema(schema());
    source.setApplicationName("passage");
    // a database that went without a word must not be waited for for ever
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setTcpKeepAlive(true);
    return source;
  }

  /**
   * Brings the schema to the newest version; nothing where it is that already. Several may do so at
   * once.
   *
   * @return what was done, in order, such as {@code 1 toll events}
   * @throws org.flywaydb.core.api.FlywayException when it cannot be done
   */
  public List<String> migrate() {
    ClassLoader loader = TollDatabase.class.getClassLoader();
    return Flyway.configure(loader)
        .dataSource(source())
        .schemas(schema())
        .defaultSchema(schema())
        .locations(new String[0])
        .resourceProvider(new Migrations(loader))
        .load()
        .migrate()
        .migrations
        .stream()
        .map(TollDatabase::name)
        .toList();
  }

  /**
   * Takes the schema away with all that is in it; nothing where there is none. For trials alone.
   */
  public void drop() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema()));
    }
  }

  private static String name(MigrateOutput migration) {
    return migration.version + " " + migration.description;
  }
}
