package org.ohmgrad.config;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One source file as the compiler's parser sees it. */
final class SourceTree {
    private final CompilationUnitTree unit;
    private final DocTrees docs;

    SourceTree(Path file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            unit = task.parse().iterator().next();
            docs = DocTrees.instance(task);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Javadoc of a type; empty if it has none. */
    Optional<DocCommentTree> javadoc(String simpleName) {
        return path(simpleName).map(docs::getDocCommentTree);
    }

    private Optional<TreePath> path(String simpleName) {
        List<TreePath> found = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void unused) {
                if (type.getSimpleName().contentEquals(simpleName)) {
                    found.add(getCurrentPath());
                }
                return super.visitClass(type, null);
            }
        }.scan(unit, null);
        return found.stream().findFirst();
    }

    /** Calls in a record's canonical constructor that begin with a text, in their order. */
    List<Call> checks(String simpleName) {
        List<Call> calls = new ArrayList<>();
        path(simpleName).map(TreePath::getLeaf).map(ClassTree.class::cast).stream()
                .flatMap(SourceTree::canonicalConstructor)
                .forEach(constructor -> new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                        // What a chain calls before stands inside its last call.
                        super.visitMethodInvocation(call, null);
                        check(call).ifPresent(calls::add);
                        return null;
                    }
                }.scan(constructor, null));
        return calls;
    }

    /** The constructor that takes the components themselves; the parser gives the compact one their parameters. */
    private static Stream<MethodTree> canonicalConstructor(ClassTree type) {
        List<String> components = type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .map(field -> field.getName().toString())
                .toList();
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals("<init>"))
                .filter(method -> method.getParameters().stream()
                        .map(parameter -> parameter.getName().toString())
                        .toList()
                        .equals(components));
    }

    private static Optional<Call> check(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree method
                        && !call.getArguments().isEmpty()
                        && call.getArguments().get(0) instanceof LiteralTree first
                        && first.getValue() instanceof String component
                ? Optional.of(new Call(method.getIdentifier().toString(), component, List.copyOf(call.getArguments())))
                : Optional.empty();
    }

    /** What a constant of any type in the file is set to. */
    Optional<ExpressionTree> constant(String name) {
        List<ExpressionTree> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void unused) {
                if (variable.getName().contentEquals(name) && variable.getInitializer() != null) {
                    found.add(variable.getInitializer());
                }
                return super.visitVariable(variable, null);
            }
        }.scan(unit, null);
        return found.stream().findFirst();
    }

    /**
     * A call whose first argument is a text.
     *
     * @param method its name
     * @param component the text
     * @param arguments all of them, the text among them
     */
    record Call(String method, String component, List<? extends ExpressionTree> arguments) {}
}
