using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoopMarket.Domain.Catalog;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>
/// What a form was opened with. Where somebody else changed the same things meanwhile, from another phone, what is typed is not kept
/// over it; whoever finds them as she wants them already is told that it is done.
/// </summary>
/// <param name="Seen">The <see cref="Print"/> of what stood in the form; null where nobody saw one.</param>
/// <param name="Wanted">The print of what is typed, as it is kept.</param>
internal sealed record Opened(string? Seen, string Wanted)
{
    /// <summary>The refusal where what is kept now is neither.</summary>
    public Domain.Shared.Refusal? Compare(string now) => string.IsNullOrEmpty(Seen) || now == Seen || now == Wanted ? null : new ProductChangedMeanwhile();

    /// <summary>What some texts are known by.</summary>
    public static string Print(params IEnumerable<string?> texts)
    {
        var all = new StringBuilder();
        // Lengths keep two neighbors from borrowing letters of each other.
        foreach (var text in texts)
            all.Append(CultureInfo.InvariantCulture, $"{text?.Length ?? 0}:{text}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..32];
    }
}
