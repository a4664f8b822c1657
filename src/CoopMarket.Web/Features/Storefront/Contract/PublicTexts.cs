using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using CoopMarket.Web.Hosting;
using Markdig;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>
/// The texts of who runs the market and by which rules, out of <c>Resources/Pages/{name}.{language}.md</c>. Each is dated;
/// orders and applications keep the date they agreed to.
/// </summary>
internal static class PublicTexts
{
    private const string Fence = "---\n";

    private static readonly FrozenDictionary<string, PublicText> Texts = Load();

    /// <summary>All names: about, terms, privacy, fees, ranking, complaints, consent.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Texts.Keys.Select(k => k.Split('.')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The date of the text in force, such as <c>2026-11-01</c>; the same in every language.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public static string VersionOf(string name) => Texts[$"{name}.{Languages.All[0]}"].Version;

    /// <summary>The text in the language of the request; null where there is none of that name.</summary>
    public static PublicText? Find(string name) => Texts.GetValueOrDefault($"{name}.{Languages.Current}") ?? Texts.GetValueOrDefault($"{name}.{Languages.All[0]}");

    private static FrozenDictionary<string, PublicText> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().DisableHtml().Build();
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("Pages/", StringComparison.Ordinal))
            .ToFrozenDictionary(n => n["Pages/".Length..^".md".Length], n => Read(assembly, n, pipeline), StringComparer.Ordinal);
    }

    private static PublicText Read(Assembly assembly, string name, MarkdownPipeline pipeline)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var end = text.IndexOf(Fence, Fence.Length, StringComparison.Ordinal);
        var facts = text[Fence.Length..end].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new(
            facts["version"],
            DateOnly.ParseExact(facts["version"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            facts["title"],
            facts.GetValueOrDefault("draft") == "true",
            WithoutEmptyHeads(Markdown.ToHtml(text[(end + Fence.Length)..], pipeline)));
    }

    // Markdown has no table without a head; an empty one says nothing to a screen reader.
    private static string WithoutEmptyHeads(string html)
        => html.Replace("<thead>\n<tr>\n<th></th>\n<th></th>\n</tr>\n</thead>\n", "", StringComparison.Ordinal);
}

/// <summary>A dated text of the market.</summary>
/// <param name="Version">Its date as it is stored with orders.</param>
/// <param name="Since">The same date.</param>
/// <param name="Title">Plain text.</param>
/// <param name="IsDraft">Still to be checked by a lawyer.</param>
/// <param name="Html">The body; the market's own words, without markup from anybody else.</param>
internal sealed record PublicText(string Version, DateOnly Since, string Title, bool IsDraft, string Html);
