package org.ohmgrad.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("with space.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("configs/"));
            out.putNextEntry(new JarEntry("configs/devices/"));
            out.putNextEntry(new JarEntry("configs/devices/from-jar.json"));
            out.write("{\"bits\": 6}".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("configs/devices/notes.txt"));
        }
        return jar;
    }

    @Test
    void presetsInAFolderOfTheClassPathAreListedByName() {
        List<Path> devices = Catalogue.list("devices");
        assertTrue(devices.contains(Path.of("(packaged)/devices/packaged-cell.json")), devices::toString);
        assertEquals(devices.stream().sorted().toList(), devices);
        assertEquals(List.of(), Catalogue.list("nowhere"));
    }

    @Test
    void aPackagedFileReadsLikeAnyOtherAndItsReferencesArePackagedToo() {
        Document plant = Sample.READER.read(Catalogue.path("experiments/packaged-plant.json"));
        assertEquals(new Sample.Cell(4, 0.5f), plant.bind(Sample.Plant.class).cell());
    }

    @Test
    void whatIsNotPackagedIsMissing() {
        Document plant = Sample.READER.read(Catalogue.path("devices/none.json"));
        String message = assertThrows(ConfigException.class, () -> plant.bind(Sample.Plant.class))
                .getMessage();
        assertEquals(
                "(packaged)/devices/none.json:1:1: no such file or preset",
                String.valueOf(message).split(";", -1)[0]);
    }

    @Test
    void aNameOnTheCommandLineMayBeThatOfAPresetAlone() {
        Path cell = Catalogue.path("devices/packaged-cell.json");
        for (String name : List.of("devices/packaged-cell.json", "packaged-cell.json", "packaged-cell")) {
            assertEquals(
                    List.of(cell),
                    Catalogue.find(Path.of(name), List.of("chips", "devices")).stream()
                            .map(TakenFile::file)
                            .toList());
        }
        assertTrue(Catalogue.find(Path.of("packaged-cell"), List.of("chips")).isEmpty());
        assertTrue(
                Catalogue.find(Path.of("./packaged-cell"), List.of("devices")).isEmpty());
    }

    @Test
    void aMisspeltPresetIsRefusedWithTheNearestOnes() {
        String message = assertThrows(ConfigException.class, () -> Document.read(Path.of("packaged-sell"))
                        .bind(Sample.Cell.class))
                .getMessage();
        assertTrue(
                String.valueOf(message)
                        .startsWith("packaged-sell:1:1: no such file or preset; nearest: devices/packaged-"),
                message);
    }

    @Test
    void presetsInAJarAreListedAndRead(@TempDir Path folder) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar(folder).toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            Path preset = Catalogue.path("devices/from-jar.json");
            assertTrue(Catalogue.list("devices").contains(preset));
            assertTrue(Catalogue.list("devices").contains(Catalogue.path("devices/packaged-cell.json")));
            assertEquals(6, Document.read(preset).bind(Sample.Cell.class).bits());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
