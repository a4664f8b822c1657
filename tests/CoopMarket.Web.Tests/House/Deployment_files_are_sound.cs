using System.Diagnostics;
using CoopMarket.Web.Tests.Architecture;

namespace CoopMarket.Web.Tests.House;

/// <summary>systemd and nginx read what is in deploy/ and find nothing wrong, with the program and the certificate standing in.</summary>
public sealed class Deployment_files_are_sound : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coopmarket-deploy-").FullName;

    [Fact]
    public void Systemd_accepts_the_units()
    {
        Assert.SkipWhen(!Here("systemd-analyze"), "systemd is not installed here.");
        foreach (var unit in new[] { "coopmarket.service", "coopmarket-backup.service", "coopmarket-backup.timer" })
            File.WriteAllText(Path.Combine(_folder, unit), Deploy(unit).Replace("/opt/coopmarket/CoopMarket.Web", "/bin/true", StringComparison.Ordinal));
        var (code, said) = Run("systemd-analyze", ["verify", .. Directory.GetFiles(_folder)]);
        said.ShouldNotContain("Unknown");
        code.ShouldBe(0, said);
    }

    [Fact]
    public void Nginx_accepts_the_site()
    {
        Assert.SkipWhen(!Here("nginx") || !Here("openssl"), "nginx is not installed here.");
        Run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=coopmarket.example",
            "-keyout", $"{_folder}/privkey.pem", "-out", $"{_folder}/fullchain.pem").Code.ShouldBe(0);
        File.WriteAllText($"{_folder}/site.conf", Deploy("nginx.conf").Replace("/etc/ssl/coopmarket", _folder, StringComparison.Ordinal));
        File.WriteAllText($"{_folder}/nginx.conf", $"pid {_folder}/nginx.pid; error_log {_folder}/error.log; events {{}} http {{ access_log off; include {_folder}/site.conf; }}");
        var (code, said) = Run("nginx", "-t", "-p", _folder, "-c", $"{_folder}/nginx.conf");
        code.ShouldBe(0, said);
    }

    [Fact]
    public void Every_setting_of_the_example_is_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Sources.Root, "README.md"));
        var names = Deploy("environment.example").Split('\n').Select(l => l.TrimStart('#').Split('=')[0]).Where(n => n.Contains("__", StringComparison.Ordinal) && !n.Contains(' ', StringComparison.Ordinal));
        names.Where(n => !readme.Contains(n.Split("__")[0] + "__", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Deploy(string file) => File.ReadAllText(Path.Combine(Sources.Root, "deploy", file));

    private static bool Here(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Any(p => File.Exists(Path.Combine(p, program)));

    private static (int Code, string Said) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + output.GetAwaiter().GetResult());
    }
}
