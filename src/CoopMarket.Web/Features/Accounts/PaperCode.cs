using System.Text;
using CoopMarket.Web.Data;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>The code on paper: ten characters that can't be mixed up when read aloud (Crockford's base 32), fifty bits.</summary>
internal static class PaperCode
{
    public const int Length = 10;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A fresh code.</summary>
    public static string Make(Ids ids) => string.Concat(ids.Random(Length).Select(b => Alphabet[b % 32]));

    /// <summary>As it is written on paper: «7KQ2M-XD4PA».</summary>
    public static string Show(string code) => $"{code[..5]}-{code[5..]}";

    /// <summary>What was typed, with the letters that look alike made equal; may still be no code.</summary>
    public static string Read(string typed)
    {
        var code = new StringBuilder();
        foreach (var c in typed.ToUpperInvariant().Where(c => c is not (' ' or '-')))
            code.Append(c switch { 'O' => '0', 'I' or 'L' => '1', _ => c });
        return code.ToString();
    }
}
