package org.ohmgrad.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.data.Refusals.assertBroken;
import static org.ohmgrad.data.Refusals.assertRefused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxDatasetTest {
    private static final String HELP = "; the folder must hold MNIST's four files train-images-idx3-ubyte, "
            + "train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte, gzipped or not; those of "
            + "Fashion-MNIST come with Debian's package dataset-fashion-mnist and then lie in "
            + "/usr/share/datasets/fashion-mnist";
    private static final List<String> FILES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    private static final int TRAIN = 40;
    private static final int TEST = 20;
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;

    private final Path folder;

    private final IdxDataset all = new IdxDataset(".", 0, 1, 0, 0, 0);

    IdxDatasetTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Pixel k of image i is 6 i + k, modulo 256, and its label i modulo 10. */
    private static byte[] images(int count, int rows, int columns) {
        var bytes = ByteBuffer.allocate(16 + count * rows * columns);
        bytes.putInt(0x803).putInt(count).putInt(rows).putInt(columns);
        IntStream.range(0, count * rows * columns).forEach(k -> bytes.put((byte) k));
        return bytes.array();
    }

    private static byte[] labels(int count) {
        var bytes = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        IntStream.range(0, count).forEach(i -> bytes.put((byte) (i % 10)));
        return bytes.array();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    @BeforeEach
    void writeFourFiles() throws IOException {
        write("train-images-idx3-ubyte", images(TRAIN, ROWS, COLUMNS));
        write("train-labels-idx1-ubyte", labels(TRAIN));
        write("t10k-images-idx3-ubyte", images(TEST, ROWS, COLUMNS));
        write("t10k-labels-idx1-ubyte", labels(TEST));
    }

    private static void assertBelongTogether(Examples part) {
        for (int i = 0; i < part.count(); i++) {
            int image = Math.round(part.inputs().get(i, 0) * 255) / (ROWS * COLUMNS);
            assertEquals(image % 10, part.labels()[i]);
            for (int k = 0; k < ROWS * COLUMNS; k++) {
                assertEquals((6 * image + k) / 255f, part.inputs().get(i, k));
            }
        }
    }

    @Test
    void imagesKeepTheirLabelsAndPixelsAreDividedBy255() {
        var parts = all.load(folder);
        assertEquals(TRAIN, parts.train().count());
        assertEquals(TEST, parts.test().count());
        assertEquals(0, parts.validation().count());
        assertEquals(6, parts.features());
        assertEquals(10, parts.classes());
        assertBelongTogether(parts.train());
        assertBelongTogether(parts.test());
        int[] four = new int[10];
        Arrays.fill(four, 4);
        assertArrayEquals(four, Parts.counts(parts.train()));
    }

    @ParameterizedTest
    @CsvSource({"-idx, -idx, .gz", "-idx, .idx, ''", "-idx, .idx, .gz"})
    void gzipAndTheOtherUsualNamesGiveTheSamePartsAndDigest(String from, String to, String suffix) throws IOException {
        var expected = all.load(folder);
        for (String name : FILES) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            Files.delete(folder.resolve(name));
            write(name.replace(from, to) + suffix, suffix.isEmpty() ? bytes : CsvDatasetTest.gzip(bytes));
        }
        var found = all.load(folder);
        assertEquals(Parts.rows(expected.train()), Parts.rows(found.train()));
        assertEquals(Parts.rows(expected.test()), Parts.rows(found.test()));
        assertEquals(expected.digest(), found.digest());
    }

    @Test
    void anyChangedByteChangesTheDigest() throws IOException {
        String digest = all.load(folder).digest();
        byte[] labels = labels(TEST);
        labels[8] = 9;
        write("t10k-labels-idx1-ubyte", labels);
        assertNotEquals(digest, all.load(folder).digest());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 0, -5})
    void validationIsCutFromTheTrainingFilesAlone(long seed) {
        var parts = new IdxDataset(".", 0.25, seed, 0, 0, 0).load(folder);
        assertEquals(10, parts.validation().count());
        assertEquals(30, parts.train().count());
        assertBelongTogether(parts.validation());
        assertEquals(Parts.sorted(all.load(folder).train()), Parts.sorted(parts.train(), parts.validation()));
        assertEquals(TEST, parts.test().count());
    }

    @Test
    void limitsTakeImagesFromTheRandomOrder() {
        var limited = new IdxDataset(".", 0.25, 1, 12, 5, 0).load(folder);
        var whole = all.load(folder);
        assertEquals(9, limited.train().count());
        assertEquals(3, limited.validation().count());
        assertEquals(Parts.rows(whole.test().first(5)), Parts.rows(limited.test()));
        assertEquals(Parts.sorted(whole.train().first(12)), Parts.sorted(limited.train(), limited.validation()));
        assertEquals(whole.digest(), limited.digest());
    }

    @Test
    void theNoteCountsWhatIsUsed() {
        assertEquals(
                "Images of 2 x 3 pixels: 18 to train on and 6 to validate of 40 training images, 5 of 20 test images."
                        + " Classes 0, 2, 3, 5, 6, 7, 9 occur in the training part and not in the test part, so no accuracy"
                        + " speaks of them.",
                new IdxDataset(".", 0.25, 1, 24, 5, 0).load(folder).note());
    }

    @Test
    void thereAreAsManyClassesAsTheLabelsOfBothFilesTell() throws IOException {
        byte[] labels = labels(TEST);
        labels[8] = 61;
        write("t10k-labels-idx1-ubyte", labels);
        var parts = all.load(folder);
        assertEquals(62, parts.train().classes());
        assertEquals(62, parts.test().classes());
        assertTrue(
                parts.note()
                        .endsWith("Class 61 occurs in the test part and not in the training part, so no network can "
                                + "learn it."),
                parts.note());
    }

    @Test
    void aPrefixChoosesAmongSeveralSetsInOneFolder() throws IOException {
        var expected = all.load(folder);
        for (String name : FILES) {
            Path file = folder.resolve(name);
            Files.move(file, folder.resolve("emnist-balanced-" + name.replace("t10k", "test")));
            Files.writeString(file, "another set");
        }
        var found = new IdxDataset(".", 0, 1, 0, 0, 0, "emnist-balanced").load(folder);
        assertEquals(Parts.rows(expected.test()), Parts.rows(found.test()));
        assertEquals(expected.digest(), found.digest());
    }

    @Test
    void aLimitAboveWhatThereIsIsRefused() {
        assertRefused(
                folder,
                "the dataset's trainLimit is 41 but the files hold only 40 images; give 0 for all",
                new IdxDataset(".", 0, 1, 41, 0, 0));
        assertRefused(
                folder,
                "the dataset's testLimit is 21 but the files hold only 20 images; give 0 for all",
                new IdxDataset(".", 0, 1, 0, 21, 0));
    }

    @Test
    void aMissingFolderIsNamedWithTheWayToGetTheData() throws IOException {
        assertRefused(folder, "DIR/none does not exist" + HELP, new IdxDataset("none", 0, 1, 0, 0, 0));
        write("file", new byte[0]);
        assertRefused(folder, "DIR/file is not a folder" + HELP, new IdxDataset("file", 0, 1, 0, 0, 0));
    }

    @Test
    void allMissingFilesAreNamedAtOnce() throws IOException {
        Files.delete(folder.resolve("train-labels-idx1-ubyte"));
        Files.delete(folder.resolve("t10k-images-idx3-ubyte"));
        assertRefused(folder, "DIR lacks train-labels-idx1-ubyte and t10k-images-idx3-ubyte" + HELP, all);
    }

    @Test
    void aFileThatIsCutOffOrTooLongIsRefused() throws IOException {
        byte[] images = images(TRAIN, ROWS, COLUMNS);
        write("train-images-idx3-ubyte", Arrays.copyOf(images, images.length - 1));
        assertRefused(
                folder,
                "DIR/train-images-idx3-ubyte is cut off: its header announces 40 x 2 x 3 bytes but 239 follow" + HELP,
                all);
        write("train-images-idx3-ubyte", Arrays.copyOf(images, images.length + 1));
        assertRefused(
                folder,
                "DIR/train-images-idx3-ubyte is too long: its header announces 40 x 2 x 3 bytes but 241 follow" + HELP,
                all);
        write("train-images-idx3-ubyte", Arrays.copyOf(images, 15));
        assertRefused(
                folder,
                "DIR/train-images-idx3-ubyte is cut off: it has 15 bytes where the header alone has 16" + HELP,
                all);
    }

    @Test
    void aHeaderThatAnnouncesNothingOrTheImpossibleIsRefused() throws IOException {
        write("t10k-labels-idx1-ubyte", labels(0));
        assertRefused(folder, "DIR/t10k-labels-idx1-ubyte is empty: its header announces 0 bytes" + HELP, all);
        write("t10k-labels-idx1-ubyte", labels(TEST));
        byte[] huge = images(TEST, ROWS, COLUMNS);
        Arrays.fill(huge, 4, 16, (byte) 0xff);
        write("t10k-images-idx3-ubyte", huge);
        assertRefused(
                folder,
                "DIR/t10k-images-idx3-ubyte is cut off: its header announces 4294967295 x 4294967295 x 4294967295 "
                        + "bytes but 120 follow" + HELP,
                all);
    }

    @Test
    void aWrongMagicNumberIsRefused() throws IOException {
        write("train-images-idx3-ubyte", labels(TRAIN));
        assertRefused(
                folder,
                "DIR/train-images-idx3-ubyte is no IDX file of images: it must begin with the magic number 00000803 "
                        + "but begins with 00000801, that of labels" + HELP,
                all);
        write("train-images-idx3-ubyte", "<!DOCTYPE html><html>".getBytes(StandardCharsets.US_ASCII));
        assertRefused(
                folder,
                "DIR/train-images-idx3-ubyte is no IDX file of images: it must begin with the magic number 00000803 "
                        + "but begins with 3c21444f" + HELP,
                all);
    }

    @Test
    void damagedGzipIsNamedAsSuch() throws IOException {
        byte[] packed = CsvDatasetTest.gzip(labels(TRAIN));
        write("train-labels-idx1-ubyte", Arrays.copyOf(packed, packed.length / 2));
        assertRefused(folder, "DIR/train-labels-idx1-ubyte is cut off: its gzip stream has no end" + HELP, all);
    }

    @Test
    void aFolderInPlaceOfAFileIsRefused() throws IOException {
        Files.delete(folder.resolve("train-labels-idx1-ubyte"));
        Files.createDirectory(folder.resolve("train-labels-idx1-ubyte"));
        assertRefused(folder, "DIR/train-labels-idx1-ubyte is a folder, not a file" + HELP, all);
    }

    @Test
    void countsShapesAndLabelsMustAgree() throws IOException {
        write("train-labels-idx1-ubyte", labels(TRAIN + 1));
        assertRefused(
                folder,
                "DIR/train-labels-idx1-ubyte has 41 labels but train-images-idx3-ubyte has 40 images" + HELP,
                all);
        byte[] labels = labels(TRAIN);
        labels[8 + 5] = (byte) 200;
        write("train-labels-idx1-ubyte", labels);
        assertRefused(
                folder,
                "DIR/train-labels-idx1-ubyte has the label 200 at position 5 where labels lie in [0, 61]" + HELP,
                all);
        write("train-labels-idx1-ubyte", labels(TRAIN));
        write("t10k-images-idx3-ubyte", images(TEST, 3, 2));
        assertRefused(
                folder,
                "DIR/t10k-images-idx3-ubyte has images of 3 x 2 pixels but those to train on have 2 x 3" + HELP,
                all);
    }

    /** Images of 2 x 3 pixels: a row of the new 2 x 2 takes one pixel and a half, three halves in all. */
    @Test
    void resampledImagesAreAveragesOverAreas() {
        var parts = new IdxDataset(".", 0, 1, 0, 0, 2).load(folder);
        assertEquals(4, parts.features());
        var plain = all.load(folder);
        for (int i = 0; i < TRAIN; i++) {
            for (int row = 0; row < 2; row++) {
                float a = plain.train().inputs().get(i, 3 * row);
                float b = plain.train().inputs().get(i, 3 * row + 1);
                float c = plain.train().inputs().get(i, 3 * row + 2);
                assertEquals((a + b / 2) / 1.5, parts.train().inputs().get(i, 2 * row), 1e-6);
                assertEquals((b / 2 + c) / 1.5, parts.train().inputs().get(i, 2 * row + 1), 1e-6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void resamplingKeepsTheMeanBrightness(int side) {
        var parts = new IdxDataset(".", 0, 1, 0, 0, side).load(folder);
        var plain = all.load(folder);
        for (int i = 0; i < TRAIN; i++) {
            assertEquals(mean(plain.train(), i), mean(parts.train(), i), 1e-6);
        }
    }

    private static double mean(Examples part, int i) {
        double sum = 0;
        for (int k = 0; k < part.inputs().numCols; k++) {
            sum += part.inputs().get(i, k);
        }
        return sum / part.inputs().numCols;
    }

    @Test
    void impossibleSettingsAreRefusedTogether() {
        assertBroken(
                "directory must name a folder but is empty; validation must be below 1 but is 1.0; "
                        + "trainLimit must be at least 0 but is -1; testLimit must be at least 0 but is -2",
                () -> new IdxDataset("", 1, 1, -1, -2, 0));
        assertBroken("validation must not be negative but is -0.5", () -> new IdxDataset("d", -0.5, 1, 0, 0, 0));
    }
}
