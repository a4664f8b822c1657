using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CoopMarket.Browser.Tests.Judges;

/// <summary>Programs of others that judge pages, pinned by <c>package-lock.json</c> beside this file; <c>tests/run</c> installs them.</summary>
internal static class Judge
{
    /// <summary>The checker of the Nu HTML project, for Java.</summary>
    public static string Checker => Path.Combine(Here(), "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    /// <summary>Our own few lines for Node around Lighthouse.</summary>
    public static string Lighthouse => Path.Combine(Here(), "lighthouse.mjs");

    /// <summary>Leaves a test out where its judge is missing, but never in CI: there it fails when it runs.</summary>
    /// <param name="program">What runs the judge.</param>
    /// <param name="package">The judge's package.</param>
    public static void MustBeHere(string program, string package)
    {
        if (Environment.GetEnvironmentVariable("CI") is not null)
            return;
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, program))), $"{program} is not installed here.");
        Assert.SkipUnless(Directory.Exists(Path.Combine(Here(), "node_modules", package)), $"{package} is not installed here: npm ci --prefix tests/CoopMarket.Browser.Tests/Judges");
    }

    /// <summary>Runs a judge; answers what it says to both outputs.</summary>
    public static async Task<(string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (await output, await error);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
