namespace CoopMarket.Domain.Shared;

/// <summary>Account numbers as the market compares them.</summary>
public static class BankAccount
{
    /// <summary>Letters and digits only; empty for null.</summary>
    public static string Plain(string? account) => new([.. (account ?? "").Where(char.IsAsciiLetterOrDigit)]);
}
