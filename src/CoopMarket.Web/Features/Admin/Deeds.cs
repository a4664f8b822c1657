using System.Text.RegularExpressions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Admin;

/// <summary>What the audit writes down by the names of commands and refusals, in the reader's words.</summary>
internal static partial class Deeds
{
    private const string Prefix = "audit.";

    /// <summary>What was done. Only what was denied can have been a look; the names of use cases long gone stay as they are.</summary>
    public static string Deed(this Words words, AuditTrail.Row row)
        => words.Has(Prefix + row.What) ? words[Prefix + row.What] : row.Result == AuditResult.Denied ? words["audit.looked"] : row.What;

    /// <summary>Who did it.</summary>
    public static string Doer(this Words words, AuditTrail.Row row)
        => row.Name ?? (Guid.TryParse(row.By, out _) ? row.By : words[row.By == Actor.GuestName ? "audit.guest" : "audit.market"]);

    /// <summary>Why it was refused: the first sentence that the person read, without the numbers that stood in it.</summary>
    public static string Why(this Words words, string reason)
    {
        var key = "refusal." + reason;
        return words.Has(key) ? Gap().Replace(FirstSentence().Match(words[key]).Value, "…") : words["audit.flaw"];
    }

    /// <summary>The names of all use cases whose words, in any language, hold what was typed.</summary>
    public static IReadOnlyList<string> NamesOf(this Words words, string typed)
    {
        var folded = Folding.Fold(typed);
        return [.. Languages.All.SelectMany(l => words.All(l))
            .Where(w => w.Key.StartsWith(Prefix, StringComparison.Ordinal) && Folding.Fold(w.Value).Contains(folded, StringComparison.Ordinal))
            .Select(w => w.Key[Prefix.Length..]).Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^.+?[.!?](?=\s|$)|^.+$", RegexOptions.None, 1000)]
    private static partial Regex FirstSentence();

    [GeneratedRegex(@"\{\d[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
