package org.ohmgrad.command;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ohmgrad.plan.UserException;
import picocli.CommandLine.Option;

/** The option that brings classes of the user's own, which settings name by {@code "type": "custom"}. */
final class ClassPath {
    @Option(
            names = "--class-path",
            paramLabel = "JAR",
            description =
                    "Jars or folders with classes of your own that \"type\": \"custom\" names, parted as in Java's"
                            + " class path.")
    private List<String> places = List.of();

    /** Does something while these classes can be found. */
    <T> T during(Callable<T> action) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = loader(before)) {
            thread.setContextClassLoader(loader);
            return action.call();
        } catch (IOException e) {
            throw new UserException("--class-path cannot be read: " + e.getMessage());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private URLClassLoader loader(ClassLoader parent) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String each : places) {
            for (String place : each.split(File.pathSeparator, -1)) {
                urls.add(url(Path.of(place)));
            }
        }
        return new URLClassLoader("own classes", urls.toArray(URL[]::new), parent);
    }

    private static URL url(Path place) throws MalformedURLException {
        if (!Files.isReadable(place) || place.toString().isEmpty()) {
            throw new UserException("--class-path must name jars or folders, but there is no " + place);
        }
        return place.toUri().toURL();
    }
}
