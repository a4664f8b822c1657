using System.Security.Cryptography;
using System.Text;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Accounts;

/// <summary>
/// A code to keep on paper for the day the phone is lost, good once: 80 random bits as sixteen characters that can't be mixed up
/// (Crockford's base 32), «7KQ2-M8XD-4PAV-0T3N». So many bits need no slow hash.
/// </summary>
public static class RecoveryCode
{
    /// <summary>How many are given out at a time.</summary>
    public const int Count = 10;

    /// <summary>Random bytes in one.</summary>
    public const int RandomBytes = 10;

    private const int Length = 16;
    private const int Group = 4;

    /// <summary>A code of random bytes, as it is written on paper.</summary>
    public static string From(ReadOnlySpan<byte> random)
    {
        var bits = new UInt128(0, 0);
        foreach (var value in random[..RandomBytes])
            bits = bits << 8 | value;
        var code = new StringBuilder(Length + 3);
        for (var i = Length - 1; i >= 0; i--)
        {
            code.Append(PublicCode.Alphabet[(int)(bits >> (i * 5) & 31)]);
            if (i > 0 && i % Group == 0)
                code.Append('-');
        }

        return code.ToString();
    }

    /// <summary>A code as people type it, any case, with or without its dashes; null where it is none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is not { Length: <= 40 })
            return null;
        var code = new StringBuilder(Length);
        foreach (var c in typed.ToUpperInvariant().Where(c => c is not (' ' or '-' or '\u00A0')))
            code.Append(c switch { 'O' => '0', 'I' or 'L' => '1', _ => c });
        return code.Length == Length && code.ToString().All(PublicCode.Alphabet.Contains) ? code.ToString() : null;
    }

    /// <summary>What is kept of a code: its hash, another one for each person.</summary>
    /// <param name="read">As <see cref="Read"/> gives it.</param>
    public static string Hash(PersonId person, string read)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{person.Value:N}{read}")));
}
