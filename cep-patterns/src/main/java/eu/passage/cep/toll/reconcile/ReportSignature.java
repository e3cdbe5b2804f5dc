package eu.passage.cep.toll.reconcile;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;

/** Signs bytes and verifies that not one of them was changed. */
public final class ReportSignature {

  private ReportSignature() {}

  /** The signature as base64 in one line. */
  public static String sign(byte[] bytes, PrivateKey key) throws InvalidKeyException {
    try {
      Signature signature = Signature.getInstance(ReportKeys.ALGORITHM);
      signature.initSign(key);
      signature.update(bytes);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (InvalidKeyException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 15 and later have Ed25519", e);
    }
  }

  /** Whether whoever has the key's other half signed these bytes. */
  public static boolean verify(byte[] bytes, String signature, PublicKey key)
      throws InvalidKeyException {
    try {
      Signature verifier = Signature.getInstance(ReportKeys.ALGORITHM);
      verifier.initVerify(key);
      verifier.update(bytes);
      return verifier.verify(Base64.getDecoder().decode(signature.strip()));
    } catch (SignatureException | IllegalArgumentException e) {
      return false; // no signature at all
    } catch (InvalidKeyException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 15 and later have Ed25519", e);
    }
  }
}
