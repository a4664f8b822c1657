using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using FluentValidation;
using FluentValidation.Results;

namespace CoopMarket.Web.Features.Shared;

/// <summary>What may be typed as a postcode, the same at the checkout and in the address book.</summary>
internal static class PostcodeRule
{
    private const int Most = 20;

    // What was no valid UTF-8 arrives as this character.
    private const char Broken = '\uFFFD';

    /// <summary>Refuses what is no postcode of its country, and shows what one looks like there. Where the country is wrong, that is said instead.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static void IsPostcode<T>(this IRuleBuilder<T, string?> rule, Func<T, string?> country) => rule.Custom((typed, context) =>
    {
        var (code, of) = (typed ?? "", country(context.InstanceToValidate) ?? "");
        var example = Postcodes.Example(of);
        var key = CleanText.Read(code, Most, out _) is not (TextVerdict.Clean or TextVerdict.Empty) || code.Contains(Broken, StringComparison.Ordinal) ? "shared.postcode.long"
            : !Zones.Countries.Contains(of) || Postcodes.Fits(of, code) ? null
            : example.Length == 0 ? "shared.postcode.needed" : "shared.postcode.shape";
        if (key is not null)
            context.AddFailure(new ValidationFailure(context.PropertyPath, key) { CustomState = key == "shared.postcode.long" ? new object[] { Most } : new object[] { example } });
    });
}
