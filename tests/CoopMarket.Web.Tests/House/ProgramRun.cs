using System.Diagnostics;
using CoopMarket.Web.Tests.Architecture;

namespace CoopMarket.Web.Tests.House;

/// <summary>The program in a process of its own, in Production unless a setting says otherwise.</summary>
internal static class ProgramRun
{
    /// <summary>Its exit code and all that it said.</summary>
    /// <param name="folder">Its data directory.</param>
    /// <param name="verb">With its words.</param>
    /// <param name="typed">What it reads from its input.</param>
    /// <param name="settings">As environment variables.</param>
    public static async Task<(int Code, string Text)> OfAsync(string folder, string verb, string typed, params (string Key, string Value)[] settings)
    {
        using var process = Start(folder, verb, settings);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        await process.StandardInput.WriteAsync(typed);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + errors);
    }

    /// <summary>Starts it; whoever does reads what it says and ends it.</summary>
    /// <inheritdoc cref="OfAsync"/>
    public static Process Start(string folder, string verb, params (string Key, string Value)[] settings)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "CoopMarket.Web.dll"), .. verb.Split(' ')])
        {
            WorkingDirectory = Sources.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Market__DataDirectory"] = folder;
        start.Environment["Market__PublicUrl"] = "https://coopmarket.example";
        start.Environment["Proxy__KnownNetworks"] = "127.0.0.0/8";
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return Process.Start(start)!;
    }
}
