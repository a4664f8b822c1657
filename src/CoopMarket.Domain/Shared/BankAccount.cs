namespace CoopMarket.Domain.Shared;

/// <summary>Account numbers as the market compares them.</summary>
public static class BankAccount
{
    private const int Shortest = 6;

    // NAPAS takes no longer one.
    private const int Longest = 19;

    /// <summary>Whether it can be an account number: letters and digits alone, 6 to 19 of them.</summary>
    public static bool IsNumber(string plain) => plain.Length is >= Shortest and <= Longest && plain.All(char.IsAsciiLetterOrDigit);

    /// <summary>Letters and digits only; empty for null.</summary>
    public static string Plain(string? account) => new([.. (account ?? "").Where(char.IsAsciiLetterOrDigit)]);
}
