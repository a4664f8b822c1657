namespace CoopMarket.Domain.Shared;

/// <summary>
/// The public code of an order, of what goes back to a buyer or of a lot, such as <c>CM26K7Q2XD</c>: <c>CM</c>, seven random characters and one check character
/// (Luhn mod 32) of Crockford's base-32 alphabet. It fits a bank transfer's text and can be read out on the phone.
/// Unguessable enough to list, never a secret. The check character catches every single wrong character and every
/// swap of neighbors except 0 with Z.
/// </summary>
public readonly record struct PublicCode
{
    /// <summary>Crockford's base-32 alphabet: no I, L, O or U.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Every code starts with these letters.</summary>
    public const string Prefix = "CM";

    /// <summary>Characters in a code, prefix and check character included.</summary>
    public const int Length = 10;

    private const int RandomCharacters = 7;
    private const int BitsPerCharacter = 5;
    private const long RandomMask = (1L << RandomCharacters * BitsPerCharacter) - 1;

    // Only the 35 random bits are kept, so that no value of this type, not even default, is an invalid code.
    private readonly long randomBits;

    private PublicCode(long bits) => randomBits = bits & RandomMask;

    /// <summary>The code as it is printed and stored: ten capital characters, no spaces.</summary>
    public string Value => ToString();

    /// <summary>Makes a code of the last 35 of the first 40 bits of <paramref name="random"/>.</summary>
    /// <exception cref="ArgumentException">Fewer than 5 bytes were given.</exception>
    public static PublicCode From(ReadOnlySpan<byte> random)
    {
        if (random.Length < 5) throw new ArgumentException("A code takes 35 random bits: give at least 5 bytes.", nameof(random));
        var bits = 0L;
        foreach (var value in random[..5]) bits = bits << 8 | value;
        return new PublicCode(bits);
    }

    /// <summary>
    /// Reads a code as people type it: any case, spaces, dashes and invisible characters anywhere, I or L for 1, O for 0.
    /// </summary>
    /// <returns>False when the text isn't exactly one code, or its check character is wrong.</returns>
    public static bool TryParse(string? text, out PublicCode code)
    {
        code = default;
        if (text is null || text.Length > 100) return false;
        var letters = Letters(text);
        return letters.Length == Length && TryRead(letters, out code);
    }

    /// <summary>Reads a stored code.</summary>
    /// <exception cref="FormatException">The text isn't a code.</exception>
    public static PublicCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException("Not a public code.");

    /// <summary>
    /// All distinct codes with a right check character anywhere in a transfer's text, in order of appearance,
    /// whatever the bank did to it: case, marks, spaces or dots inside, text glued on in front or behind.
    /// A code that was cut is not found. One text in 32 that contains a stray "CM" and eight more characters yields a
    /// code by accident (also one overlapping a real code), so a caller asks which of them are orders.
    /// </summary>
    public static IReadOnlyList<PublicCode> Find(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        var letters = Letters(text);
        var found = new List<PublicCode>();
        for (var start = 0; start + Length <= letters.Length; start++)
            if (TryRead(letters.AsSpan(start, Length), out var code) && !found.Contains(code))
                found.Add(code);
        return found;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(Length, randomBits, static (characters, bits) =>
    {
        Prefix.CopyTo(characters);
        var body = characters.Slice(Prefix.Length, RandomCharacters);
        for (var i = RandomCharacters - 1; i >= 0; i--, bits >>= BitsPerCharacter)
            body[i] = Alphabet[(int)(bits & Alphabet.Length - 1)];
        characters[^1] = Alphabet[CheckDigit(body)];
    });

    private static bool TryRead(ReadOnlySpan<char> characters, out PublicCode code)
    {
        code = default;
        if (!characters.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var bits = 0L;
        foreach (var character in characters[Prefix.Length..])
        {
            var digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0) return false;
            bits = bits << BitsPerCharacter | (long)digit;
        }
        if (CheckDigit(characters.Slice(Prefix.Length, RandomCharacters)) != (bits & Alphabet.Length - 1)) return false;
        code = new PublicCode(bits >> BitsPerCharacter);
        return true;
    }

    /// <summary>Luhn mod N: every second digit from the right is doubled and its two base-32 digits are added.</summary>
    private static int CheckDigit(ReadOnlySpan<char> body)
    {
        var n = Alphabet.Length;
        var sum = 0;
        for (var i = body.Length - 1; i >= 0; i--)
        {
            var digit = Alphabet.IndexOf(body[i], StringComparison.Ordinal);
            var added = (body.Length - 1 - i) % 2 == 0 ? digit * 2 : digit;
            sum += added / n + added % n;
        }
        return (n - sum % n) % n;
    }

    private static string Letters(string text) =>
        Folding.Fold(text).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()
            .Replace('I', '1').Replace('L', '1').Replace('O', '0');
}
