using PhoneNumbers;

namespace CoopMarket.Web.Features.Shared;

/// <summary>Reads phone numbers as people type them.</summary>
internal static class Phones
{
    private const string Home = "VN";
    private const int LongestTyped = 40;

    /// <summary>The number in E.164 («0912 345 678» gives «+84912345678»); null where it can be no phone.</summary>
    /// <param name="typed">With or without country code, spaces, dots and dashes.</param>
    /// <param name="country">Where a number without country code is from, ISO 3166-1 alpha-2.</param>
    public static string? Read(string? typed, string country = Home)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > LongestTyped)
            return null;
        var util = PhoneNumberUtil.GetInstance();
        try
        {
            var number = util.Parse(typed, country);
            return util.IsValidNumber(number) ? util.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
