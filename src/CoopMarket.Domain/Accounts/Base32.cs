using System.Text;

namespace CoopMarket.Domain.Accounts;

/// <summary>RFC 4648's base 32, which every authenticator app reads; without padding.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerLetter = 5;

    /// <summary>Writes bytes.</summary>
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + BitsPerLetter - 1) / BitsPerLetter);
        var (held, bits) = (0, 0);
        foreach (var value in bytes)
        {
            held = held << 8 | value;
            for (bits += 8; bits >= BitsPerLetter; bits -= BitsPerLetter)
                text.Append(Alphabet[held >> (bits - BitsPerLetter) & 31]);
            held &= (1 << bits) - 1;
        }

        if (bits > 0)
            text.Append(Alphabet[held << (BitsPerLetter - bits) & 31]);
        return text.ToString();
    }

    /// <summary>Reads bytes as people copy them: any case, spaces, dashes and padding anywhere. Null where another letter stands in it.</summary>
    public static byte[]? Read(string text)
    {
        var bytes = new List<byte>(text.Length * BitsPerLetter / 8);
        var (held, bits) = (0, 0);
        foreach (var letter in text.ToUpperInvariant().Where(c => c is not (' ' or '-' or '=')))
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
                return null;
            held = held << BitsPerLetter | value;
            bits += BitsPerLetter;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
