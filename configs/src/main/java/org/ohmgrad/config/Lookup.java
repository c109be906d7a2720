package org.ohmgrad.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Looks up the file that a name means: beside the file that names it, then among the packaged presets; a file does not mean
 * itself by a preset's name. A name that begins
 * with {@code ./} or {@code ../} is looked up from there only. Where presets of the wanted kind are packaged, their name
 * alone is enough: {@code sidra-y10} for {@code chips/sidra-y10.json}.
 *
 * @param name as it is written
 * @param referrer the file that names it
 * @param folders folders of the catalogue with presets of the wanted kind; may be empty
 */
record Lookup(String name, Path referrer, List<String> folders) {
    private static final String END = ".json";

    /** The file and whether it hides a preset; nothing if there is none. */
    Optional<TakenFile> find(Place at) {
        Optional<Path> preset = preset();
        Optional<Path> beside = beside().filter(file -> preset.isEmpty() || !file.equals(referrer.normalize()));
        return beside.map(file -> new TakenFile(at, name, file, preset.isPresent() && !Catalogue.isPackaged(file)))
                .or(() -> preset.map(file -> new TakenFile(at, name, file, false)));
    }

    private Optional<Path> beside() {
        return names().stream()
                .map(each -> referrer.resolveSibling(each).normalize())
                .filter(file -> Files.isRegularFile(file) || Catalogue.holds(file))
                .findFirst();
    }

    private Optional<Path> preset() {
        return saysWhere()
                ? Optional.empty()
                : names().stream().map(Catalogue::path).filter(Catalogue::holds).findFirst();
    }

    private boolean saysWhere() {
        return name.startsWith("./") || name.startsWith("../") || Path.of(name).isAbsolute();
    }

    private List<String> names() {
        String whole = name.endsWith(END) ? name : name + END;
        List<String> names = new ArrayList<>(List.of(whole));
        if (!saysWhere()) {
            folders.forEach(folder -> names.add(folder + "/" + whole));
        }
        return names;
    }

    /** The names nearest to this one among those that could stand in its place. */
    List<String> near() {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        TreeSet<String> names = new TreeSet<>(Sources.jsonNames(referrer.resolveSibling(folder), folder));
        if (!saysWhere()) {
            Catalogue.names().stream().filter(this::isWanted).forEach(names::add);
        }
        return Names.nearest(name, names, 3, Lookup::distance);
    }

    private boolean isWanted(String preset) {
        return folders.isEmpty() || folders.stream().anyMatch(folder -> preset.startsWith(folder + "/"));
    }

    /** How far a name is from the nearest spelling of a file's: with or without its folder and its end. */
    private static int distance(String name, String file) {
        String bare = file.endsWith(END) ? file.substring(0, file.length() - END.length()) : file;
        String alone = bare.substring(bare.indexOf('/') + 1);
        return List.of(file, bare, alone, alone + END).stream()
                .mapToInt(spelling -> Names.distance(name, spelling))
                .min()
                .orElseThrow();
    }
}
