package org.ohmgrad.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Problem;
import org.ohmgrad.config.TakenFile;
import org.ohmgrad.report.record.EffectSetting;
import org.ohmgrad.training.TrainingSettings;

/**
 * Puts every combination of point, chip, arm and candidate together and checks it, before anything runs. All mistakes are
 * found at once, those of the file itself and those of what it varies.
 */
final class Variants {
    /** Who has made so many mistakes mends some before reading on. */
    private static final int ENOUGH = 1_000;

    private final Document document;
    private final Document plain;
    private final Axes axes;
    private final Document.Attempt<Experiment> whole;
    private final Set<Problem> ofWhole;
    private final Set<Problem> problems = new TreeSet<>();
    private final Set<TakenFile> files = new TreeSet<>();
    private final List<Variant> variants = new ArrayList<>();
    private final Map<Objection, SortedSet<Integer>> objections = new LinkedHashMap<>();

    /** Why parts of arms cannot work, on the chip or on a companion. */
    private record Objection(String part, String rule, int chip) {}

    private Variants(Document document) {
        this.document = document;
        axes = Axes.of(document);
        whole = document.attempt(Experiment.class);
        ofWhole = new TreeSet<>(whole.problems());
        // What a run does not see need not be bound anew for each of them.
        plain = document.with("/sweep", "{}")
                .with("/effects", "{}")
                .with("/tune", "{}")
                .with("/companions", "[]")
                .with("/published", "[]");
    }

    /** All variants, and every mistake of every one of them. */
    static Variants of(Document document) {
        Variants all = new Variants(document);
        all.files.addAll(document.files(Experiment.class));
        BlockChecks checks = new BlockChecks(document, all.axes);
        all.problems.addAll(checks.ofPointers());
        all.experiment().ifPresent(experiment -> all.check(experiment, checks));
        if (all.experiment().isPresent() && all.problems.isEmpty()) {
            all.combine(all.experiment().get());
        } else {
            all.tryEach();
        }
        all.problems.addAll(all.whole.problems());
        return all;
    }

    /** The settings at the sweep's start, if they could be made. */
    Optional<Experiment> experiment() {
        return whole.settings();
    }

    List<Variant> all() {
        return variants;
    }

    /** Every file that was taken for a name, in the experiment or in what it varies. */
    List<TakenFile> files() {
        return List.copyOf(files);
    }

    /** Adds what else is wrong. */
    void add(Problem problem) {
        problems.add(problem);
    }

    /**
     * Ends the planning if anything is wrong.
     *
     * @throws ConfigException with every mistake
     */
    Experiment orThrow() {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return experiment().orElseThrow();
    }

    private void check(Experiment experiment, BlockChecks checks) {
        problems.addAll(checks.of(experiment));
        Variant.Resolved resolved = new Variant.Resolved(experiment, (Json.Table) whole.json());
        problems.addAll(new NameChecks(document, resolved).all());
        for (String chips : List.of("chip", "companions")) {
            Optional.ofNullable(resolved.json().members().get(chips))
                    .ifPresent(json -> problems.addAll(SourcePointers.problems(json, ofWhole)));
        }
    }

    /** Where no combination can be made, each value is tried alone, so that its mistakes are named too. */
    private void tryEach() {
        for (Map<String, List<Json>> block : List.of(axes.sweep(), axes.tune())) {
            block.forEach((key, values) -> values.stream()
                    .filter(value -> Sweep.problem(key, value).isEmpty())
                    .forEach(value -> tryOne(block == axes.tune() ? "/tune" : "/sweep", Sweep.together(key, value))));
        }
        axes.effects().values().forEach(off -> tryOne("/effects", off));
    }

    private void tryOne(String block, Map<String, Json> values) {
        if (values.keySet().stream().allMatch(Sweep::mayVary) && problems.size() < ENOUGH) {
            look(put(plain, block, values), -1);
        }
    }

    /** The settings of a document, if they could be made; what is wrong with it and not with all is kept. */
    private Optional<Variant.Resolved> look(Document here, int chip) {
        Document.Attempt<Experiment> attempt = here.attempt(Experiment.class);
        files.addAll(here.files(Experiment.class));
        attempt.problems().forEach(problem -> keep(problem, chip));
        return attempt.settings().map(settings -> new Variant.Resolved(settings, (Json.Table) attempt.json()));
    }

    private void keep(Problem problem, int chip) {
        boolean known = problems.contains(problem)
                || ofWhole.contains(problem)
                || ofWhole.stream().anyMatch(each -> problem.rule().endsWith(each.toString()));
        if (!known) {
            problems.add(chip < 0 ? problem : onCompanion(problem, chip));
        }
    }

    private void combine(Experiment experiment) {
        List<Effects.Choice> choices = Effects.choices(axes.effects());
        List<Map<String, Json>> tunings = Sweep.points(axes.tune());
        for (Map<String, Json> point : Sweep.points(axes.sweep())) {
            for (Effects.Choice choice : choices) {
                for (int chip = -1; chip < experiment.companions().size() && problems.size() < ENOUGH; chip++) {
                    combine(point, choice, chip, tunings);
                }
            }
        }
        objections.forEach(this::keep);
        blameOne();
        problems.addAll(Twins.problems(document, variants));
        if (problems.isEmpty()) {
            problems.addAll(PublishedNumbers.problems(document, experiment, variants));
        }
    }

    /** Where several values were put in and one of them is wrong alone, that one is named. */
    private void blameOne() {
        List<Problem> ofSeveral =
                problems.stream().filter(Problem::isOfSeveralValues).toList();
        if (!ofSeveral.isEmpty()) {
            Set<Problem> all = new TreeSet<>(problems);
            problems.clear();
            tryEach();
            Set<Problem> alone = new TreeSet<>(problems);
            problems.clear();
            problems.addAll(all);
            for (Problem several : ofSeveral) {
                List<Problem> said =
                        alone.stream().filter(one -> one.says(several)).toList();
                if (!said.isEmpty()) {
                    problems.remove(several);
                    problems.addAll(said);
                }
            }
        }
    }

    private void combine(Map<String, Json> point, Effects.Choice choice, int chip, List<Map<String, Json>> tunings) {
        Document here = chip < 0 ? plain : plain.with("/chip", companion(chip));
        Document atPoint = put(put(here, "/sweep", point), "/effects", choice.off());
        List<Optional<Variant.Resolved>> candidates = tunings.stream()
                .map(tuned -> look(put(atPoint, "/tune", tuned), chip))
                .toList();
        for (int arm = 0; arm < whole.settings().orElseThrow().arms().size(); arm++) {
            for (int k = 0; k < tunings.size(); k++) {
                if (candidates.get(k).isPresent()) {
                    add(candidates.get(k).get(), named(point, choice), arm, tunings.get(k), chip);
                }
            }
        }
    }

    private void add(Variant.Resolved at, Map<String, Json> point, int arm, Map<String, Json> tuned, int chip) {
        Map<String, Json> training = at.settings().arms().get(arm).training();
        Map<String, Json> order = new LinkedHashMap<>(training);
        order.keySet().retainAll(Variant.ORDER);
        Optional<Variant.Resolved> own = own(at, training, arm, chip);
        Optional<Variant.Resolved> partner = own(at, order, arm, chip);
        if (own.isPresent() && partner.isPresent()) {
            Variant variant = new Variant(own.get(), partner.get(), arm, point, ofFloats(point), tuned, chip >= 0);
            variants.add(variant);
            variant.objections().forEach(rule -> object("update", rule, variant, chip));
            variant.ruleObjections().forEach(rule -> object("rule", rule, variant, chip));
        }
    }

    /** The settings with training settings of an arm's own, if they can be. */
    private Optional<Variant.Resolved> own(Variant.Resolved at, Map<String, Json> training, int arm, int chip) {
        if (training.isEmpty()) {
            return Optional.of(at);
        }
        Map<String, Json> values = new LinkedHashMap<>();
        training.forEach((name, value) -> values.put("/" + name, value));
        Document.Attempt<TrainingSettings> attempt = document.part(at.part("training"))
                .with(values, pointer -> values.getOrDefault(pointer, document.raw())
                        .place())
                .attempt(TrainingSettings.class);
        attempt.problems().forEach(problem -> keep(problem, chip));
        try {
            return attempt.settings().map(own -> at.with(own, (Json.Table) attempt.json()));
        } catch (IllegalArgumentException e) {
            keep(
                    document.problem(Experiment.class, "/arms/" + arm + "/training", String.valueOf(e.getMessage())),
                    chip);
            return Optional.empty();
        }
    }

    private Map<String, Json> named(Map<String, Json> point, Effects.Choice choice) {
        if (axes.effects().isEmpty()) {
            return point;
        }
        Map<String, Json> named = new LinkedHashMap<>(point);
        named.put(
                EffectSetting.POINTER,
                new Json.Text(document.raw().place(), choice.setting().words()));
        return named;
    }

    /** The point without what does not concern a float run. */
    private Map<String, Json> ofFloats(Map<String, Json> point) {
        Map<String, Json> kept = new LinkedHashMap<>(point);
        kept.keySet().removeIf(Variant::isOfChip);
        if (Effects.pointers(axes.effects()).stream().allMatch(Variant::isOfChip)) {
            kept.remove(EffectSetting.POINTER);
        }
        return kept;
    }

    private void object(String part, String rule, Variant variant, int chip) {
        objections
                .computeIfAbsent(new Objection(part, rule, chip), objection -> new TreeSet<>())
                .add(variant.armIndex());
    }

    /** What several arms are refused for is said once, at the first of them. */
    private void keep(Objection objection, SortedSet<Integer> arms) {
        List<String> pointers = arms.stream()
                .map(arm -> "/arms/" + arm + "/" + objection.part())
                .toList();
        String others =
                pointers.size() == 1 ? "" : " (" + String.join(" and ", pointers.subList(1, pointers.size())) + " too)";
        keep(document.problem(Experiment.class, pointers.get(0), objection.rule() + others), objection.chip());
    }

    private Problem onCompanion(Problem problem, int chip) {
        String name = whole.settings().orElseThrow().companions().get(chip).name();
        return new Problem(
                problem.file(),
                problem.line(),
                problem.column(),
                problem.pointer(),
                problem.rule() + " (on the companion chip " + name + ")");
    }

    private Json companion(int index) {
        if (((Json.Table) whole.json()).members().get("companions") instanceof Json.Array chips) {
            return chips.items().get(index);
        }
        throw new IllegalStateException("companions are checked before");
    }

    private Document put(Document here, String block, Map<String, Json> values) {
        return values.isEmpty()
                ? here
                : here.with(values, pointer -> axes.place(block, pointer)
                        .orElseGet(() -> document.raw().place()));
    }
}
