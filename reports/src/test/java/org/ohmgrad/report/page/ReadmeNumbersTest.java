package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.report.result.Confidence;
import org.ohmgrad.report.result.MeanInterval;
import org.ohmgrad.report.result.PairedGap;
import org.ohmgrad.report.text.NumberText;

/** What the gallery's README quotes of its reports is what their tables give. */
class ReadmeNumbersTest {
    private static final Pattern INTERVAL = Pattern.compile("-?[0-9.]+ \\(-?[0-9.]+ to -?[0-9.]+\\)");
    private static final GalleryNumbers WIRES = new GalleryNumbers("wires", "results.csv");
    private static final GalleryNumbers DEVICES = new GalleryNumbers("devices", "results.csv");
    private static final GalleryNumbers EFFECTS = new GalleryNumbers("what-costs-most", "results.csv");
    private static final GalleryNumbers FAULTS = new GalleryNumbers("faults", "results.csv");
    private static final GalleryNumbers ENDURANCE = new GalleryNumbers("endurance", "results.csv");

    private static final String BACKPROPAGATION = "backpropagation";
    private static final String FEEDBACK_ALIGNMENT = "feedback-alignment";

    /** Words of README with a brace pair for each number, filled with what the tables give. */
    private static String quote(String words, Object... numbers) {
        var text = words;
        for (var number : numbers) {
            text = text.replaceFirst("\\{}", String.valueOf(number));
        }
        return text;
    }

    static List<String> quotes() {
        var quotes = new ArrayList<String>();
        quotes.addAll(ofWires());
        quotes.addAll(ofDevices());
        quotes.addAll(ofEffects());
        quotes.addAll(ofFaultsAndEndurance());
        return quotes;
    }

    private static List<String> ofWires() {
        return List.of(
                wires("backpropagation through the transposed read", BACKPROPAGATION, "same", "none"),
                wires("feedback alignment, which has no such read", FEEDBACK_ALIGNMENT, "same", "none"),
                wires("backpropagation, its terminals at the far ends", BACKPROPAGATION, "far", "none"),
                wires("backpropagation, pre-distorted weights (`nominal`)", BACKPROPAGATION, "same", "nominal"),
                quote("from {} to {} degrees in the first layer at 10 ohm.", angle("same"), angle("far")),
                quote(
                        "Clearly at 10 ohm, by {} points; at 3 by {}, which decides nothing. It starts {} points lower.",
                        alignmentMindsLess("10"),
                        alignmentMindsLess("3"),
                        NumberText.points(
                                GalleryNumbers.mean(wired(BACKPROPAGATION, "same", "none", "0.01"))
                                        - GalleryNumbers.mean(wired(FEEDBACK_ALIGNMENT, "same", "none", "0.01")),
                                1)));
    }

    private static SortedMap<Long, Double> wired(String arm, String terminals, String distortion, String ohms) {
        return WIRES.accuracies(
                "arm",
                arm,
                "/chip/tile/rows",
                "256",
                "/chip/wires/transposedTerminals",
                terminals,
                "/chip/wires/preDistortion",
                distortion,
                "/chip/wires/wordLineOhms",
                ohms);
    }

    /** Of the first layer's gradient in the last epoch at 10 ohm. */
    private static String angle(String terminals) {
        var curves = new GalleryNumbers("wires", "curves.csv");
        return NumberText.fixed(
                GalleryNumbers.mean(curves.bySeed(
                        "gradient_angle_degrees_layer1",
                        "arm",
                        BACKPROPAGATION,
                        "epoch",
                        "5",
                        "/chip/tile/rows",
                        "256",
                        "/chip/wires/transposedTerminals",
                        terminals,
                        "/chip/wires/preDistortion",
                        "none",
                        "/chip/wires/wordLineOhms",
                        "10")),
                0);
    }

    private static String wires(String words, String arm, String terminals, String distortion) {
        var least = wired(arm, terminals, distortion, "0.01");
        var lost = Stream.of("1", "3", "10")
                .map(ohms -> gap(least, wired(arm, terminals, distortion, ohms)))
                .toArray();
        return quote("| " + words + " | {} | {} | {} |", lost);
    }

    private static String alignmentMindsLess(String ohms) {
        return gap(
                lost(wired(BACKPROPAGATION, "same", "none", "0.01"), wired(BACKPROPAGATION, "same", "none", ohms)),
                lost(
                        wired(FEEDBACK_ALIGNMENT, "same", "none", "0.01"),
                        wired(FEEDBACK_ALIGNMENT, "same", "none", ohms)));
    }

    private static SortedMap<Long, Double> lost(SortedMap<Long, Double> better, SortedMap<Long, Double> worse) {
        var lost = new TreeMap<>(better);
        worse.forEach((seed, accuracy) -> lost.merge(seed, -accuracy, Double::sum));
        return lost;
    }

    private static String gap(SortedMap<Long, Double> better, SortedMap<Long, Double> worse) {
        return Tables.gap(PairedGap.between(Confidence.SINGLE, better, worse));
    }

    private static List<String> ofDevices() {
        return List.of(
                quote(
                        "float backpropagation's {} %, in points lost",
                        percent(DEVICES.accuracies("arm", BACKPROPAGATION, "chip", "float"), 1)),
                quote(
                        "backpropagation loses {} on the device that Gokmen and Vlasov ask for",
                        device(BACKPROPAGATION, "stochastic-pulses", "rpu-gokmen-vlasov")),
                quote(", {} on ECRAM, and ten points", device(BACKPROPAGATION, "stochastic-pulses", "ecram")),
                quote(
                        "NeuroSim's EpiRAM, GST phase change and FeFET together stay {} points above AlOx/HfO2 and PCMO.",
                        gap(together("epiram", "gst-pcm", "fefet"), together("alox-hfo2", "pcmo"))),
                quote(
                        "bring backpropagation within {} points in the mean on every device.",
                        NumberText.points(mixed(BACKPROPAGATION).max().orElseThrow(), 1)),
                quote(
                        "Feedback alignment loses {} and more.",
                        NumberText.points(mixed(FEEDBACK_ALIGNMENT).min().orElseThrow(), 2)),
                quote(
                        "within one point on Gokmen and Vlasov's device alone, {}; ECRAM's {} is undecided.",
                        device(BACKPROPAGATION, "mixed-precision", "rpu-gokmen-vlasov"),
                        device(BACKPROPAGATION, "mixed-precision", "ecram")),
                quote("with mixed precision loses {} on ECRAM", device("kolen-pollack", "mixed-precision", "ecram")));
    }

    private static String[] of(String arm, String update, String device) {
        return new String[] {"arm", arm, "update", update, "/chip/cell/device", "devices/" + device + ".json"};
    }

    private static String device(String arm, String update, String device) {
        var gaps = DEVICES.bySeed("gap_backpropagation", of(arm, update, device));
        return Tables.gap(new PairedGap(MeanInterval.of(Confidence.SINGLE, gaps.values())));
    }

    /** Mean gaps on every device with mixed precision. */
    private static DoubleStream mixed(String arm) {
        return DEVICES.values("/chip/cell/device").stream()
                .filter(device -> !device.isEmpty())
                .mapToDouble(device -> GalleryNumbers.mean(DEVICES.bySeed(
                        "gap_backpropagation", "arm", arm, "update", "mixed-precision", "/chip/cell/device", device)));
    }

    /** Mean accuracy of backpropagation under stochastic pulses on several devices, seed by seed. */
    private static SortedMap<Long, Double> together(String... devices) {
        var mean = new TreeMap<Long, Double>();
        for (var device : devices) {
            DEVICES.accuracies(of(BACKPROPAGATION, "stochastic-pulses", device))
                    .forEach((seed, accuracy) -> mean.merge(seed, accuracy / devices.length, Double::sum));
        }
        return mean;
    }

    private static List<String> ofEffects() {
        return List.of(
                quote(
                        "all effects together cost backpropagation {} points, feedback alignment {} and the last layer {}"
                                + " beside their own float runs.",
                        allEffects(BACKPROPAGATION),
                        allEffects(FEEDBACK_ALIGNMENT),
                        allEffects("last-layer")),
                quote(
                        "the only part whose price is certain, {} points alone and {} won back without them",
                        alone(BACKPROPAGATION, "converters of transposed reads"),
                        gap(
                                effect(BACKPROPAGATION, "without converters of transposed reads"),
                                effect(BACKPROPAGATION, "all"))),
                quote(
                        "programming noise has the larger mean, {}, and may",
                        alone(BACKPROPAGATION, "programming noise")),
                quote("8-bit levels, {}.", alone(FEEDBACK_ALIGNMENT, "8-bit levels")));
    }

    private static SortedMap<Long, Double> effect(String arm, String effects) {
        return EFFECTS.accuracies("arm", arm, "/effects", effects);
    }

    private static String alone(String arm, String effect) {
        return gap(effect(arm, "none"), effect(arm, "only " + effect));
    }

    private static String allEffects(String arm) {
        var gaps = EFFECTS.bySeed("gap_own", "arm", arm, "/effects", "all");
        return Tables.gap(new PairedGap(MeanInterval.of(Confidence.SINGLE, gaps.values())));
    }

    private static List<String> ofFaultsAndEndurance() {
        return List.of(
                quote(
                        "Half of the cells stuck, trained in place: {} %; the same weights trained in float and written: {} to"
                                + " {} %",
                        percent(FAULTS.accuracies(stuck(BACKPROPAGATION, "atGMin")), 0),
                        percent(FAULTS.bySeed("programmed_accuracy", stuck("last-layer", "atAnyLevel")), 0),
                        percent(FAULTS.bySeed("programmed_accuracy", stuck("last-layer", "atGMin")), 0)),
                quote(
                        "backpropagation still reaches {} %, feedback alignment {} %; from",
                        worn(BACKPROPAGATION, "30"), worn(FEEDBACK_ALIGNMENT, "30")));
    }

    private static String[] stuck(String arm, String where) {
        return new String[] {"arm", arm, "/chip/cell/faults", "{\"" + where + "\":0.5,\"type\":\"random\"}"};
    }

    private static String worn(String arm, String writes) {
        return percent(
                ENDURANCE.accuracies(
                        "arm", arm, "update", "accumulate-and-program", "/chip/cell/endurance/writes", writes),
                0);
    }

    private static String percent(SortedMap<Long, Double> accuracies, int decimals) {
        return NumberText.points(GalleryNumbers.mean(accuracies), decimals);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("gallery", "README.md")).replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("quotes")
    void aQuotedNumberIsTheTables(String quote) throws IOException {
        assertTrue(readme().contains(quote), "reports/gallery/README.md should say: " + quote);
    }

    @Test
    void everyIntervalInReadmeIsQuotedFromATable() throws IOException {
        var rest = readme();
        for (var quote : quotes()) {
            rest = rest.replace(quote, "");
        }
        assertEquals(
                List.of(),
                INTERVAL.matcher(rest).results().map(found -> found.group()).toList());
    }
}
