package org.ohmgrad.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ohmgrad.config.Parts;
import org.ohmgrad.data.Examples;
import org.ohmgrad.data.Partition;
import org.ohmgrad.experiment.Lab;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Loss;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.OutputActivation;
import org.ohmgrad.plan.Course;
import org.ohmgrad.plan.Keys;
import org.ohmgrad.plan.Probing;
import org.ohmgrad.plan.RunSettings;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.TrainingSettings;
import org.ohmgrad.training.gradient.NoGradientClipping;
import org.ohmgrad.training.optimizer.Adagrad;
import org.ohmgrad.training.optimizer.Adam;
import org.ohmgrad.training.optimizer.Adamw;
import org.ohmgrad.training.optimizer.Momentum;
import org.ohmgrad.training.optimizer.Optimizer;
import org.ohmgrad.training.optimizer.Rmsprop;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.optimizer.StepsRateSchedule;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.rule.FeedbackAlignment;
import org.ohmgrad.training.rule.FeedbackPlace;
import org.ohmgrad.training.rule.KolenPollack;
import org.ohmgrad.training.rule.LastLayer;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.AccumulateAndProgram;
import org.ohmgrad.training.update.BatchPulses;
import org.ohmgrad.training.update.DeterministicPulses;
import org.ohmgrad.training.update.MixedPrecision;
import org.ohmgrad.training.update.NearestLevel;
import org.ohmgrad.training.update.SignPulses;
import org.ohmgrad.training.update.StochasticPulses;
import org.ohmgrad.training.update.StochasticRounding;
import org.ohmgrad.training.update.TikiTakaV2;
import org.ohmgrad.training.update.UpdateScheme;

/** Small trainings that between them use every part of the simulator that holds anything from one step to the next. */
final class Courses {
    static final int EPOCHS = 4;

    private static final Lab LAB = Lab.of("quickstart", EPOCHS);
    private static final Map<String, Object> SMALL_TILES = Map.of("/tile", "{\"rows\": 40, \"cols\": 10}");

    private Courses() {}

    /** One training; its name says what is special about it. */
    record Course(String name, Chip chip, LearningRule rule, UpdateScheme update, Optimizer optimizer) {
        RunSettings settings() {
            double rate = optimizer instanceof Sgd || optimizer instanceof Momentum ? 0.3 : 0.01;
            var training = new TrainingSettings(
                    EPOCHS, 4, rate, 1, optimizer, new NoGradientClipping(), 1000, new StepsRateSchedule(1, 0.7));
            return new RunSettings(
                    Keys.sha256(name), "{}", name, network(rule), training, new Probing(), chip, rule, update, 5);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The network of the quick start, smaller; or where a rule cannot train that, one of units between 0 and 1. */
    private static NetworkSettings network(LearningRule rule) {
        NetworkSettings usual = small(
                LAB.network().activation(), LAB.network().loss(), LAB.network().output());
        return rule.objections(usual).isEmpty()
                ? usual
                : small(Activation.HARD_SIGMOID, Loss.MEAN_SQUARED_ERROR, OutputActivation.HARD_SIGMOID);
    }

    private static NetworkSettings small(Activation activation, Loss loss, OutputActivation output) {
        return new NetworkSettings(
                List.of(12, 8),
                activation,
                loss,
                output,
                LAB.network().initialisation(),
                LAB.network().biases());
    }

    /** A few of the digits. */
    static Partition data() {
        Partition all = LAB.data();
        return new Partition(
                some(all.train(), 0, 48), some(all.train(), 48, 20), some(all.test(), 0, 30), all.digest(), all.note());
    }

    private static Examples some(Examples examples, int from, int count) {
        return examples.select(IntStream.range(from, from + count).toArray());
    }

    static Stream<Course> all() {
        List<Course> all = new ArrayList<>();
        addRules(all);
        addEveryScheme(all);
        addSchemes(all);
        addOptimizers(all);
        addPulses(all);
        addDevices(all);
        addChips(all);
        return all.stream();
    }

    private static Course course(String name, Chip chip, LearningRule rule, UpdateScheme update) {
        return new Course(name, chip, rule, update, new Sgd());
    }

    /** Every rule by its defaults, with matrices of its own wherever they can be. */
    private static Set<LearningRule> rules() {
        Set<LearningRule> rules = new LinkedHashSet<>();
        for (String on : List.of("\"digital\"", "\"chip\"")) {
            rules.addAll(Parts.all(Settings.reader(), LearningRule.class, Map.of(FeedbackPlace.class, on))
                    .values());
        }
        return rules;
    }

    /** Every scheme by its defaults, on the first of three chips that it can work on. */
    private static void addEveryScheme(List<Course> all) {
        LearningRule rule = new Backpropagation();
        Parts.all(Settings.reader(), UpdateScheme.class, Map.of()).forEach((name, scheme) -> {
            Course course = Stream.of("sidra-y10", "rpu-gokmen-vlasov", "sidra-y10-write-verify")
                    .map(preset -> course(preset + ", " + name, chip(preset), rule, scheme))
                    .filter(each -> scheme.objections(each.settings().training().conditions(each.chip(), rule))
                            .isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " works on none of these chips"));
            all.add(course);
        });
    }

    private static void addRules(List<Course> all) {
        for (LearningRule rule : rules()) {
            all.add(course("sidra-y10, " + rule, chip("sidra-y10"), rule, new StochasticRounding()));
        }
        all.add(course("float", Chip.exactNumbers(), new Backpropagation(), new NearestLevel()));
        all.add(course("float, last layer", Chip.exactNumbers(), new LastLayer(0.5), new NearestLevel()));
        all.add(course(
                "float, Kolen-Pollack",
                Chip.exactNumbers(),
                new KolenPollack(FeedbackPlace.DIGITAL, 0.01),
                new NearestLevel()));
    }

    private static void addSchemes(List<Course> all) {
        for (UpdateScheme scheme : List.of(new NearestLevel(), new AccumulateAndProgram())) {
            all.add(course(
                    "Kolen-Pollack, " + scheme, chip("sidra-y10"), new KolenPollack(FeedbackPlace.CHIP, 0), scheme));
        }
        KolenPollack decaying = new KolenPollack(FeedbackPlace.CHIP, 0.01);
        all.add(course("Kolen-Pollack that decays", chip("sidra-y10"), decaying, new StochasticRounding()));
    }

    private static void addOptimizers(List<Course> all) {
        for (Optimizer optimizer : List.of(
                new Momentum(0.9),
                new Adagrad(1e-8),
                new Rmsprop(0.9, 1e-8),
                new Adam(0.9, 0.999, 1e-8),
                new Adamw(0.9, 0.999, 1e-8, 0.01))) {
            all.add(new Course(
                    "sidra-y10, " + optimizer,
                    chip("sidra-y10"),
                    new KolenPollack(FeedbackPlace.CHIP, 0),
                    new StochasticRounding(),
                    optimizer));
        }
    }

    private static void addPulses(List<Course> all) {
        for (UpdateScheme scheme : List.of(
                new StochasticPulses(31, true, BatchPulses.PER_EXAMPLE),
                new StochasticPulses(31, true, BatchPulses.FOLDED),
                new DeterministicPulses(),
                new SignPulses(),
                new MixedPrecision(1))) {
            all.add(course("rpu, " + scheme, chip("rpu-gokmen-vlasov"), new Backpropagation(), scheme));
            all.add(new Course(
                    "rpu, Kolen-Pollack, " + scheme,
                    chip("rpu-gokmen-vlasov"),
                    new KolenPollack(FeedbackPlace.CHIP, 0),
                    scheme,
                    new Momentum(0.5)));
        }
        String wearing = "{\"type\": \"limited\", \"writes\": 40, \"spread\": 0.5}";
        for (UpdateScheme scheme : List.of(
                new StochasticPulses(31, true, BatchPulses.PER_EXAMPLE), new DeterministicPulses(), new SignPulses())) {
            all.add(course(
                    "prezioso, " + scheme, chip("prezioso-2015"), new FeedbackAlignment(FeedbackPlace.CHIP), scheme));
            all.add(course(
                    "prezioso that wears, " + scheme,
                    chip("prezioso-2015", "/cell/endurance", wearing),
                    new Backpropagation(),
                    scheme));
        }
        Chip soft = chip(
                "rpu-gokmen-vlasov",
                "/cell/device/pulses",
                "{\"type\": \"soft-bounds\", \"up\": 0.05, \"down\": 0.05, \"cycleToCycle\": 0.3}");
        all.add(course(
                "several arrays behind one weight",
                soft,
                new KolenPollack(FeedbackPlace.CHIP, 0),
                new TikiTakaV2(5, 3, 1, 20, 0.1, 3, 1, 0.1)));
        Chip drifting = chip(
                "rpu-gokmen-vlasov",
                "/cell/device/drift",
                "{\"type\": \"power-law\", \"exponent\": 0.05, \"spread\": 0.2, \"t0\": 1e-7}");
        all.add(course(
                "rpu that drifts",
                drifting,
                new Backpropagation(),
                new StochasticPulses(31, true, BatchPulses.PER_EXAMPLE)));
    }

    private static void addDevices(List<Course> all) {
        for (String device :
                List.of("cmo-hfox-2-percent", "neurram-hfox", "pcm-joshi", "rram-milo", "sidra-hfo2", "ecram")) {
            all.add(course(
                    device,
                    chip("sidra-y10", "/cell/device", "\"devices/" + device + ".json\""),
                    new Backpropagation(),
                    new StochasticRounding()));
        }
        String sum =
                "{\"type\": \"sum\", \"parts\": [{\"type\": \"johnson\", \"temperature\": 300, \"bandwidth\": 1e8},"
                        + " {\"type\": \"shot\", \"bandwidth\": 1e8}, {\"type\": \"proportional\", \"sigma\": 0.02}]}";
        for (String mapping : List.of("differential-pair", "reference-column")) {
            all.add(course(
                    mapping + " with all noise and faults",
                    chip(
                            "sidra-y10",
                            "/mapping",
                            "{\"type\": \"" + mapping + "\", \"wMax\": 2}",
                            "/cell/device/readNoise",
                            sum,
                            "/cell/faults",
                            "{\"type\": \"random\", \"atGMin\": 0.03, \"atAnyLevel\": 0.02, \"open\": 0.01}"),
                    new Backpropagation(),
                    new StochasticRounding()));
        }
        all.add(course(
                "cells that wear out",
                chip("sidra-y10", "/cell/endurance", "{\"type\": \"limited\", \"writes\": 5, \"spread\": 0.5}"),
                new KolenPollack(FeedbackPlace.CHIP, 0),
                new StochasticRounding()));
        for (String programming : List.of(
                "{\"type\": \"single-pulse\"}",
                "{\"type\": \"write-verify\", \"tolerance\": 0.012, \"maxPulses\": 50, \"verifyReads\": 2}")) {
            all.add(course(
                    "writes by pulses, " + programming,
                    chip(
                            "sidra-y10-write-verify",
                            "/cell/programming",
                            programming,
                            "/cell/endurance",
                            "{\"type\": \"limited\", \"writes\": 100, \"pulsesPerWrite\": 1}"),
                    new Backpropagation(),
                    new StochasticRounding()));
        }
        all.add(course(
                "writes by pulses, drift drawn for each",
                chip(
                        "sidra-y10-write-verify",
                        "/cell/device",
                        "{\"type\": \"parametric\", \"gMin\": 9e-6, \"gMax\": 8.82e-5, \"drift\": {\"type\": \"cmo-relaxation\"},"
                                + " \"pulses\": {\"type\": \"constant-step\", \"up\": 0.01, \"down\": 0.01, \"cycleToCycle\": 0.3}}"),
                new Backpropagation(),
                new StochasticRounding()));
        all.add(course(
                "writes by pulses without limits",
                chip("sidra-y10-write-verify", "/cell/endurance", "{\"type\": \"none\"}"),
                new FeedbackAlignment(FeedbackPlace.CHIP),
                new StochasticRounding()));
    }

    private static void addChips(List<Course> all) {
        for (String preset : List.of("sidra-y10-thermal", "sidra-y10-telegraph")) {
            all.add(course(preset, chip(preset), new Backpropagation(), new StochasticRounding()));
        }
        all.add(course(
                "warm cells that jump, between wires",
                chip(
                        "sidra-y10-thermal",
                        "/cell/device/telegraphNoise",
                        "{\"type\": \"two-state\", \"amplitude\": 0.02, \"correlationTime\": 1e-4}",
                        "/temperature",
                        "{\"programming\": 300, \"operation\": 320, \"riseBeforeTest\": 20}",
                        "/wires",
                        "{\"type\": \"nodal-solve\", \"wordLineOhms\": 5, \"bitLineOhms\": 4, \"refreshEvery\": 9}"),
                new KolenPollack(FeedbackPlace.CHIP, 0),
                new StochasticRounding()));
        all.add(course(
                "converters too small",
                chip("rpu-gokmen-vlasov", "/forward/adc", "{\"type\": \"linear\", \"bits\": 9, \"range\": 0.1}"),
                new Backpropagation(),
                new StochasticPulses(31, true, BatchPulses.PER_EXAMPLE)));
        for (LearningRule rule : List.of(new Backpropagation(), new FeedbackAlignment(FeedbackPlace.CHIP))) {
            all.add(course(
                    "converters that find their range, " + rule,
                    chip(
                            "sidra-y10",
                            "/forward/adc/range",
                            "\"calibrated\"",
                            "/transposed/adc/range",
                            "\"calibrated\""),
                    rule,
                    new StochasticRounding()));
        }
        all.add(course(
                "lines with errors, calibrated",
                chip("sidra-y10-line-errors"),
                new Backpropagation(),
                new StochasticRounding()));
        for (String how : List.of(
                "{\"type\": \"global\", \"vectors\": 4}",
                "{\"type\": \"per-column\", \"vectors\": 4}",
                "{\"type\": \"reference-cells\"}")) {
            all.add(course(
                    "compensated, " + how,
                    chip("sidra-y10", "/driftCompensation", how),
                    new Backpropagation(),
                    new StochasticRounding()));
        }
        for (String mapping : List.of("differential-pair", "reference-column")) {
            for (String wires : List.of(
                    "\"transposedTerminals\": \"far\", \"refreshEvery\": 7",
                    "\"refreshEvery\": 5, \"preDistortion\": {\"type\": \"nominal\"}")) {
                all.add(course(
                        "wires, " + mapping + ", " + wires,
                        chip(
                                "sidra-y10-wired",
                                "/mapping",
                                "{\"type\": \"" + mapping + "\", \"wMax\": 2}",
                                "/wires",
                                "{\"type\": \"nodal-solve\", \"wordLineOhms\": 5, \"bitLineOhms\": 4, " + wires + "}"),
                        new Backpropagation(),
                        new StochasticRounding()));
            }
        }
        all.add(course(
                "wires and pulses",
                chip(
                        "rpu-gokmen-vlasov",
                        "/wires",
                        "{\"type\": \"nodal-solve\", \"wordLineOhms\": 5, \"bitLineOhms\": 4, \"refreshEvery\": 9}"),
                new Backpropagation(),
                new StochasticPulses(31, true, BatchPulses.PER_EXAMPLE)));
    }

    private static Chip chip(String preset, String... changes) {
        Map<String, Object> all = new HashMap<>(SMALL_TILES);
        for (int k = 0; k < changes.length; k += 2) {
            all.put(changes[k], changes[k + 1]);
        }
        return Lab.chip(preset, all);
    }
}
