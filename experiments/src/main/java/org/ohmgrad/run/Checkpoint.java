package org.ohmgrad.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.ohmgrad.plan.ExperimentPlan;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.ArchiveReader;
import org.ohmgrad.state.ArchiveWriter;

/**
 * The file that a run goes on from: eight letters, format, version of the results, name and state of the run, checksum. A new
 * one takes the place of the old one only when it is on the disk, so that a kill at any time leaves one of the two whole.
 */
final class Checkpoint {
    /** Raised with every change of what is kept, or of its order. */
    static final int FORMAT = 3;

    private static final byte[] LETTERS = "OHMGRAD\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SUM = Long.BYTES;

    private final Optional<Path> file;
    private final String name;
    private final String writer;

    /**
     * A checkpoint, of which there may be no file yet.
     *
     * @param file empty if nothing is ever kept
     * @param name of what is kept: only a file of the same name is read
     * @param writer tells apart who may write the same file at the same time
     */
    Checkpoint(Optional<Path> file, String name, String writer) {
        this.file = file;
        this.name = name;
        this.writer = writer;
    }

    /** Where it is kept; empty if nothing ever is. */
    Optional<Path> file() {
        return file;
    }

    /** What is kept. */
    @FunctionalInterface
    interface Content {
        /** Keeps it. */
        void keep(Archive archive);
    }

    /**
     * Takes up what was kept. A file that is damaged, of another run or of another version of the program is named on standard
     * error and left alone.
     *
     * @param fresh makes what is read into
     * @return empty if there is nothing to go on from
     */
    <T extends Content> Optional<T> read(Supplier<T> fresh) {
        return file.filter(Files::exists).flatMap(path -> read(path, fresh));
    }

    private <T extends Content> Optional<T> read(Path path, Supplier<T> fresh) {
        try {
            requireWhole(path);
            return Optional.of(readWhole(path, fresh));
        } catch (IOException | UncheckedIOException | ArithmeticException e) {
            System.err.println("Note: " + path + " is of no use (" + reason(e) + "), so its run begins anew.");
            return Optional.empty();
        }
    }

    /** What went wrong, without the name of the exception that a wrapped one puts before. */
    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).replaceFirst("^[\\w.]+Exception: ", "");
    }

    private static void requireWhole(Path path) throws IOException {
        long size = Files.size(path);
        try (var sum = new CheckedInputStream(Files.newInputStream(path), new CRC32C());
                var in = new DataInputStream(sum)) {
            requireHeader(in);
            in.skipNBytes(Math.max(0, size - LETTERS.length - 2 * Integer.BYTES - SUM));
            long computed = sum.getChecksum().getValue();
            byte[] found = in.readAllBytes();
            if (found.length != SUM || ByteBuffer.wrap(found).getLong() != computed) {
                throw new StreamCorruptedException("it is torn or damaged");
            }
        }
    }

    private static void requireHeader(DataInputStream in) throws IOException {
        if (!Arrays.equals(in.readNBytes(LETTERS.length), LETTERS)) {
            throw new StreamCorruptedException("it is no checkpoint");
        }
        int format = in.readInt();
        int results = in.readInt();
        if (format != FORMAT || results != ExperimentPlan.RESULTS_VERSION) {
            throw new StreamCorruptedException("another version of the program made it");
        }
    }

    private <T extends Content> T readWhole(Path path, Supplier<T> fresh) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            requireHeader(in);
            var archive = new ArchiveReader(in);
            if (!archive.keep(name).equals(name)) {
                throw new StreamCorruptedException("it is of another run");
            }
            T content = fresh.get();
            content.keep(archive);
            requireEnd(in);
            return content;
        }
    }

    private static void requireEnd(InputStream in) throws IOException {
        if (in.readAllBytes().length != SUM) {
            throw new StreamCorruptedException("it holds more than it should");
        }
    }

    /**
     * Writes what is to be kept in the place of what was. If it cannot be written, this is said on standard error, and what was
     * kept before stays.
     */
    void write(Content content) {
        file.ifPresent(path -> write(path, content));
    }

    private void write(Path path, Content content) {
        Path part = part(path);
        try {
            Files.createDirectories(path.toAbsolutePath().resolveSibling(""));
            writeWhole(part, content);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Note: cannot write " + path + " (" + reason(e)
                    + "); the run goes on, but if it is stopped it begins further back.");
            delete(part);
        }
    }

    private void writeWhole(Path part, Content content) throws IOException {
        try (var disk = new FileOutputStream(part.toFile());
                var sum = new CheckedOutputStream(disk, new CRC32C());
                var out = new DataOutputStream(sum)) {
            out.write(LETTERS);
            out.writeInt(FORMAT);
            out.writeInt(ExperimentPlan.RESULTS_VERSION);
            var archive = new ArchiveWriter(out);
            archive.keep(name);
            content.keep(archive);
            archive.flush();
            out.writeLong(sum.getChecksum().getValue());
            disk.getFD().sync();
        }
    }

    private Path part(Path path) {
        return path.resolveSibling(name + "." + writer + ".part");
    }

    /** Deletes the file, and what a kill has left of one that was being written. */
    void delete() {
        file.ifPresent(path -> {
            delete(path);
            delete(part(path));
        });
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            System.err.println("Note: cannot delete " + path + " (" + e.getMessage() + "); it is not needed any more.");
        }
    }
}
