using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Data;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>What a person calls a passkey: one line.</summary>
internal static class PasskeyName
{
    /// <summary>Null where it is empty, too long or not fit to be stored.</summary>
    public static string? Read(string? typed) => CleanText.Read(typed, PasskeyMapping.LongestName, out var name) == TextVerdict.Clean ? name : null;
}
