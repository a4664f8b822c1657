using System.Globalization;
using System.Text.RegularExpressions;

namespace CoopMarket.Web.Features.Photos.Contract;

/// <summary>
/// How wide a photo is laid, as the attribute <c>sizes</c> of HTML says it: conditions with lengths, and last the length on a phone,
/// a number of vw, rem or px or a <c>calc()</c> that adds such.
/// </summary>
internal static partial class PhotoSlot
{
    private const double Phone = 360;
    private const double Rem = 16;
    private const double Density = 2;

    /// <summary>
    /// The attribute. Phones of three pixels to a point are told six tenths of the width: 1.8 pixels to a point are all that an eye
    /// sees there, and the rest would be a third of the page's bytes.
    /// </summary>
    public static string Told(string sizes)
        => OnPhone(sizes) is var phone && phone.Contains("vw", StringComparison.Ordinal)
            ? $"(max-width: 47.99rem) and (min-resolution: 2.5dppx) calc({phone} * .6), {sizes}"
            : sizes;

    /// <summary>The pixels of the device that it covers on a phone 360 points wide with two pixels to a point.</summary>
    public static int PhonePixels(string sizes) => (int)Math.Ceiling(Density * Terms().Matches(OnPhone(sizes)).Sum(Points));

    private static string OnPhone(string sizes) => sizes[(sizes.LastIndexOf(',') + 1)..].Trim();

    private static double Points(Match term)
    {
        var number = double.Parse(term.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * (term.Groups["less"].Success ? -1 : 1);
        return number * term.Groups["unit"].ValueSpan switch
        {
            "vw" => Phone / 100,
            "rem" => Rem,
            _ => 1,
        };
    }

    [GeneratedRegex(@"(?<less>-\s+)?(?<number>\d*\.?\d+)(?<unit>vw|rem|px)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Terms();
}
