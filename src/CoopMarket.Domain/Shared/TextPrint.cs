using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoopMarket.Domain.Shared;

/// <summary>What tells a text from another in a few signs: by it a form knows whether what it was opened with has changed meanwhile.</summary>
public static class TextPrint
{
    private const int Length = 16;

    /// <summary>The print of one text.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];

    /// <summary>The print of some texts, in their order; null is as empty.</summary>
    public static string Of(IEnumerable<string?> texts)
    {
        var all = new StringBuilder();
        // Lengths keep two neighbors from borrowing letters of each other.
        foreach (var text in texts)
            all.Append(CultureInfo.InvariantCulture, $"{text?.Length ?? 0}:{text}");
        return Of(all.ToString());
    }
}
