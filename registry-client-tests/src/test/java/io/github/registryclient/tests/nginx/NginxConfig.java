package io.github.registryclient.tests.nginx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes nginx's configuration and what it needs beside it into one folder, so that it runs as anybody and leaves nothing. */
final class NginxConfig {
    static final String FILE = "nginx.conf";
    static final String ACCESS_LOG = "access.log";
    static final String ERROR_LOG = "error.log";
    static final String PID = "nginx.pid";

    private final Path folder;
    private final boolean knowsHttp2Directive;
    private final List<String> lines = new ArrayList<>();

    private NginxConfig(Path folder, boolean knowsHttp2Directive) {
        this.folder = folder;
        this.knowsHttp2Directive = knowsHttp2Directive;
    }

    /** The configuration of sites, by port; beside them what belongs into {@code http}. */
    static void write(Path folder, boolean knowsHttp2Directive, Map<Integer, Site> sites, List<String> http)
            throws IOException {
        NginxConfig config = new NginxConfig(folder, knowsHttp2Directive);
        config.start(http);
        for (Map.Entry<Integer, Site> site : sites.entrySet()) {
            config.server(site.getKey(), site.getValue());
        }
        config.lines.add("}");
        Files.write(folder.resolve(FILE), config.lines);
    }

    /** One process, for a master that is killed leaves its workers behind. */
    private void start(List<String> http) {
        add(
                "daemon off;",
                "master_process off;",
                "pid " + folder.resolve(PID) + ";",
                "error_log " + folder.resolve(ERROR_LOG) + " warn;",
                "events { worker_connections 512; }",
                "http {",
                "log_format test '$server_port $server_protocol $status $connection $connection_requests"
                        + " $request_method $request_uri';",
                "access_log " + folder.resolve(ACCESS_LOG) + " test;",
                "client_max_body_size 0;",
                "gzip on;",
                "gzip_types *;",
                "gzip_proxied any;",
                "gzip_min_length 1;");
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            add(kind + "_temp_path " + folder.resolve(kind) + ";");
        }
        lines.addAll(http);
    }

    private void server(int port, Site site) throws IOException {
        boolean tls = site.certificate().isPresent();
        String http2 = site.isHttp2() && !knowsHttp2Directive ? " http2" : "";
        add("server {", "listen 127.0.0.1:" + port + (tls ? " ssl" : "") + http2 + ";");
        if (site.isHttp2() && knowsHttp2Directive) {
            add("http2 on;");
        }
        if (tls) {
            certificates(port, site);
        }
        lines.addAll(site.settings());
        add(
                "location " + site.prefix() + " {",
                "proxy_pass " + site.target() + ";",
                "proxy_http_version 1.1;",
                "proxy_set_header Connection '';",
                "proxy_set_header Host $http_host;",
                "proxy_set_header X-Real-IP $remote_addr;",
                "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;",
                "proxy_set_header X-Forwarded-Host $http_host;",
                "proxy_set_header X-Forwarded-Proto $scheme;",
                "proxy_read_timeout 900;",
                "}",
                "}");
    }

    private void certificates(int port, Site site) throws IOException {
        String certificate = site.certificate().orElseThrow().certificatePem();
        String key = site.certificate().orElseThrow().privateKeyPem();
        add(
                "ssl_certificate " + Files.writeString(folder.resolve(port + ".crt"), certificate) + ";",
                "ssl_certificate_key " + Files.writeString(folder.resolve(port + ".key"), key) + ";");
        if (site.clients().isPresent()) {
            Path clients = site.clients().get().writeCaPem(folder.resolve(port + ".clients.crt"));
            add("ssl_client_certificate " + clients + ";", "ssl_verify_client on;");
        }
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }
}
