using System.ComponentModel;
using System.Data.Common;

namespace CoopMarket.Web.Hosting;

/// <summary>A program that the market calls ended badly; the message holds what it said.</summary>
internal sealed class OutsideProgramException(string message) : Exception(message);

/// <summary>Something the program does from the command line besides serving. Areas register their own.</summary>
internal interface IVerb
{
    /// <summary>Does it; answers the exit code, 0 where all is well. What it says goes to the console.</summary>
    /// <param name="words">What followed the verb.</param>
    Task<int> RunAsync(string[] words, CancellationToken cancellationToken);
}

/// <summary>What the program is asked to do: its first word, <c>serve</c> when there is none.</summary>
internal sealed record Verb(string Name, string[] Words, string[] Settings)
{
    public const string Serve = "serve";

    private static readonly string[] Known = [Serve, "migrate", "seed", "create-admin", "forget-factor", "backup", "restore", "check", "doctor", "index-search", "index-pictures"];

    /// <summary>Whether it must not run on settings that are wrong; <c>doctor</c> tells what is wrong instead.</summary>
    public bool NeedsSoundSettings => Name != "doctor";

    /// <summary>Reads the command line: a known first word is the verb, what follows belongs to it; otherwise all are settings.</summary>
    public static Verb Of(string[] args)
        => args.Length > 0 && Known.Contains(args[0]) ? new(args[0], args[1..], []) : new(Serve, [], args);

    /// <summary>What to build the host from; tests name the content root themselves.</summary>
    public WebApplicationOptions Options() => Settings.Any(s => s.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase))
        ? new() { Args = Settings }
        : new() { Args = Settings, ContentRootPath = ContentRoot() };

    /// <summary>Does it; answers the exit code.</summary>
    public async Task<int> RunAsync(WebApplication app)
    {
        try
        {
            if (Name == Serve)
                return await Serving.RunAsync(app);
            await using var scope = app.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredKeyedService<IVerb>(Name).RunAsync(Words, app.Lifetime.ApplicationStopping);
        }
        catch (Exception e) when (e is DbException or IOException or InvalidDataException or UnauthorizedAccessException or Win32Exception or OutsideProgramException)
        {
            // What the machine refuses, an operator reads in a sentence.
            await Console.Error.WriteLineAsync($"«{Name}» failed: {e.Message}{(e is DbException ? " The database is named by Database__Provider and ConnectionStrings__Market." : "")}");
            return 1;
        }
    }

    // The project's folder when run from the sources, else the program's.
    private static string ContentRoot()
    {
        var here = Directory.GetCurrentDirectory();
        return Directory.Exists(Path.Combine(here, "src/CoopMarket.Web/wwwroot/css")) ? Path.Combine(here, "src/CoopMarket.Web")
            : Directory.Exists(Path.Combine(here, "wwwroot/css")) ? here
            : AppContext.BaseDirectory;
    }
}

/// <summary>Registers verbs.</summary>
internal static class VerbRegistration
{
    public static IServiceCollection AddVerb<TVerb>(this IServiceCollection services, string name)
        where TVerb : class, IVerb
        => services.AddKeyedScoped<IVerb, TVerb>(name);
}
