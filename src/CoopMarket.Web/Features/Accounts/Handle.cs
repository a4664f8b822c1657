using CoopMarket.Web.Features.Shared;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>What a person signs in by: an e-mail address or a phone number.</summary>
/// <param name="Email">As typed; null when it is a phone.</param>
/// <param name="Phone">E.164; null when it is an e-mail.</param>
internal sealed record Handle(string? Email, string? Phone)
{
    /// <summary>The longest that can be typed.</summary>
    public const int Longest = MailAddresses.Longest;

    /// <summary>Equal for every way of typing the same.</summary>
    public string Key => Phone ?? Email!.ToUpperInvariant();

    /// <summary>Null where it is neither.</summary>
    public static Handle? Read(string? typed)
    {
        if (typed?.Contains('@', StringComparison.Ordinal) is true)
            return MailAddresses.Read(typed) is { } email ? new(email, null) : null;
        return Phones.Read(typed) is { } phone ? new(null, phone) : null;
    }
}
