// Cleans a registry up:  run shell https://registry.example.com cleanup.jsh
// Ends with 0 done, 10 partial, 11 refused, 12 failed. "run undo" takes it back until garbage is collected.
script(() -> {
    Policy policy = Policy.builder()
            .addRules(Rule.delete("beyond the newest 2 builds").tags(NameFilter.builder().include("*-20*").build()).beyondNewest(2).build())
            .build();
    Path files = Files.createDirectories(Path.of(System.getenv().getOrDefault("CLEANUP_FILES", "cleanup")));

    for (RepositoryName repository : registry.listRepositories()) { // 1. the repositories
        for (Tag tag : registry.listTags(repository)) { // 2. their tags
            System.out.println(repository + ":" + tag + " is " + registry.getManifestDigest(repository, tag)); // 3. and digests
        }
    }

    Plan plan = Planner.of(registry, policy).build().plan(); // 4. what goes, and why: this only reads
    plan.write(files.resolve("plan.json"));
    System.out.print(plan.toTable());
    Report report = Applier.of(registry, plan, new FolderJournal(files.resolve("journal"))).build().apply();

    System.out.print(report.toTable()); // 5. what became of it
    report.write(files.resolve("report.json"));
    System.out.println("The space comes back when the registry's garbage is collected."); // 6.
    return report;
});
