namespace CoopMarket.Domain.Shared;

/// <summary>Account numbers of banks outside Vietnam (ISO 13616).</summary>
public static class Iban
{
    /// <summary>What stands where an account in Vietnam has its bank: the number itself names it.</summary>
    public const string Bank = "IBAN";

    private const int Shortest = 15;
    private const int Longest = 34;

    /// <summary>Whether it is one, its check digits included (ISO 7064, MOD 97-10).</summary>
    /// <param name="plain">Letters and digits only.</param>
    public static bool IsValid(string plain)
    {
        ArgumentNullException.ThrowIfNull(plain);
        if (plain.Length is < Shortest or > Longest || !plain.All(char.IsAsciiLetterOrDigit) || !plain[..2].All(char.IsAsciiLetter) || !plain[2..4].All(char.IsAsciiDigit))
            return false;
        var rest = 0;
        foreach (var c in (plain[4..] + plain[..4]).ToUpperInvariant())
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        return rest == 1;
    }
}
