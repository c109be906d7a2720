package org.ohmgrad.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over data, taken in piece by piece. */
final class Fingerprint {
    private final MessageDigest sha256;

    Fingerprint() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Fingerprint add(byte[] bytes) {
        sha256.update(bytes);
        return this;
    }

    /** Big-endian. */
    Fingerprint add(int... values) {
        var bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        return add(bytes.array());
    }

    /** Big-endian IEEE 754. */
    Fingerprint add(double... values) {
        var bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        return add(bytes.array());
    }

    /** The 64 hexadecimal digits; this object is then of no more use. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
