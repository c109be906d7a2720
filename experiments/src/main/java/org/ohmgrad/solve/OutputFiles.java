package org.ohmgrad.solve;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Files that appear together when all of them are whole, or not at all. */
public final class OutputFiles implements AutoCloseable {
    private final Map<Path, String> taken = new LinkedHashMap<>();
    private final List<Draft> drafts = new ArrayList<>();

    private record Draft(Path part, Path target, Closeable output) {}

    /**
     * No file yet.
     *
     * @param inputs files that are read, and so must not be written to, with what messages call them
     */
    public OutputFiles(Map<Path, String> inputs) {
        inputs.forEach((file, name) -> taken.put(resolved(file), name));
    }

    /**
     * Begins a file.
     *
     * @param option the option that names it, for messages
     * @param file where it shall be; what is there stays until {@link #publish()}
     * @return to be written to; closed by this
     * @throws CircuitException if the file cannot be written, or is one of the others
     */
    public Writer open(String option, Path file) {
        return open(option, file, stream -> new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
    }

    /**
     * Begins a file that is no text.
     *
     * @param option the option that names it, for messages
     * @param file where it shall be; what is there stays until {@link #publish()}
     * @return to be written to; closed by this
     * @throws CircuitException if the file cannot be written, or is one of the others
     */
    public OutputStream openBytes(String option, Path file) {
        return open(option, file, BufferedOutputStream::new);
    }

    private <T extends Closeable> T open(String option, Path file, Function<OutputStream, T> buffered) {
        Path target = resolved(file);
        String other = taken.putIfAbsent(target, option);
        if (other != null) {
            throw new CircuitException(option + " and " + other + " name the same file, " + file);
        }
        if (Files.isDirectory(target)) {
            throw new CircuitException(option + " must name a file, but " + file + " is a folder");
        }
        try {
            Path part = part(target);
            T output = buffered.apply(Files.newOutputStream(part));
            drafts.add(new Draft(part, target, output));
            return output;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Pipes and devices can only be written to as they are. */
    private static Path part(Path target) throws IOException {
        boolean plain = !Files.exists(target) || Files.isRegularFile(target);
        if (plain && Files.exists(target) && !Files.isWritable(target)) {
            throw new IOException("it is write-protected");
        }
        Path part = plain ? target.resolveSibling("." + target.getFileName() + "." + pid() + ".part") : target;
        if (plain) {
            part.toFile().deleteOnExit();
        }
        return part;
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    /** The same path for the same file, through symbolic links. */
    private static Path resolved(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException absent) {
            Path absolute = file.toAbsolutePath().normalize();
            Path folder = absolute.getParent();
            return folder == null || folder.equals(absolute)
                    ? absolute
                    : resolved(folder).resolve(absolute.getFileName());
        }
    }

    /**
     * Ends all files and puts them where they shall be.
     *
     * @throws CircuitException if one cannot be written
     */
    public void publish() {
        for (Draft draft : drafts) {
            attempt(draft, () -> draft.output().close());
        }
        for (Draft draft : drafts) {
            attempt(draft, () -> moveToPlace(draft));
        }
        drafts.clear();
    }

    private static void moveToPlace(Draft draft) throws IOException {
        if (draft.part().equals(draft.target())) {
            return;
        }
        try {
            Files.move(draft.part(), draft.target(), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft.part(), draft.target(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void attempt(Draft draft, Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw unwritable(draft.target(), e);
        }
    }

    /** The refusal of a file that a failure keeps from being written, to be thrown by the caller. */
    private static CircuitException unwritable(Path file, IOException e) {
        return new CircuitException(file + " cannot be written: " + reason(e), e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String words = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return words == null ? e.toString() : words;
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        for (Draft draft : drafts) {
            try {
                if (!draft.part().equals(draft.target())) {
                    Files.deleteIfExists(draft.part());
                }
                draft.output().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
