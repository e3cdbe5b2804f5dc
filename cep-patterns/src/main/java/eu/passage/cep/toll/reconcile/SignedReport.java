package eu.passage.cep.toll.reconcile;

import eu.passage.schemas.ids.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * A report as files beside each other: {@code toll-report-2026-03-10.json}, its signature with
 * {@code .sig} behind, and a page with {@code .html} in place of {@code .json}. The signature is
 * that of the JSON; the page names the SHA-256 of the JSON it was made with.
 *
 * @param json the report
 * @param signature of it
 * @param page of it
 */
public record SignedReport(Path json, Path signature, Path page) {

  /** What verifying told. */
  public enum Verdict {
    /** Nothing was changed. */
    GENUINE,
    /** The JSON or its signature was changed, or somebody else signed. */
    FORGED,
    /** The JSON is genuine, and the page is that of another. */
    PAGE_OF_ANOTHER
  }

  /** Where a report with this JSON has its files. */
  public static SignedReport at(Path json) {
    String name = String.valueOf(json.getFileName());
    String plain = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    return new SignedReport(
        json, json.resolveSibling(name + ".sig"), json.resolveSibling(plain + ".html"));
  }

  /** Signs a report and writes it. What has its name is replaced, file by file. */
  public static SignedReport write(Path folder, DayReport report, PrivateKey key)
      throws IOException, InvalidKeyException {
    byte[] json = ReportJson.bytes(report);
    String signature = ReportSignature.sign(json, key) + "\n";
    Files.createDirectories(folder);
    SignedReport files = at(folder.resolve("toll-report-" + report.day() + ".json"));
    put(files.json, json);
    put(files.signature, signature.getBytes(StandardCharsets.US_ASCII));
    String page =
        new ReportPage(report, String.valueOf(files.json.getFileName()), Ids.sha256Hex(json))
            .page();
    put(files.page, page.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /** Whether the files are as they were written. */
  public Verdict verify(PublicKey key) throws IOException, InvalidKeyException {
    byte[] bytes = Files.readAllBytes(json);
    if (!ReportSignature.verify(
        bytes, Files.readString(signature, StandardCharsets.ISO_8859_1), key)) {
      return Verdict.FORGED;
    }
    boolean named =
        Files.notExists(page)
            || Files.readString(page, StandardCharsets.UTF_8).contains(Ids.sha256Hex(bytes));
    return named ? Verdict.GENUINE : Verdict.PAGE_OF_ANOTHER;
  }

  private static void put(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
