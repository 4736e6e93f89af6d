package io.github.registryclient.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * House style of generated values: the generated class stays package-private behind the value's public {@code Builder}.
 *
 * <p>Collections keep the order in which they were built, which those of {@code Map.copyOf} would not.
 *
 * <p>Retained in source only: kept in class files it would make users' builds warn about Immutables' missing classes.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        allowedClasspathAnnotations = {Override.class})
public @interface ValueStyle {}
