using CoopMarket.Domain.Sellers;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The addresses of an application's screens.</summary>
internal static class ApplySteps
{
    private static readonly string[] Slugs = ["kind", "names", "tax-code", "representative", "place", "phone", "bank", "papers", "makes", "consent"];

    /// <summary>All screens in their order.</summary>
    public static IReadOnlyList<ApplyStep> All { get; } = Enum.GetValues<ApplyStep>();

    /// <summary>The screen's part of the address, and of the keys of its texts.</summary>
    public static string Slug(this ApplyStep step) => Slugs[(int)step];

    /// <summary>The screen's address.</summary>
    public static string Address(this ApplyStep step) => "/sell/apply/" + step.Slug();

    /// <summary>The screen at an address; null where there is none.</summary>
    public static ApplyStep? Find(string? slug) => Array.IndexOf(Slugs, slug) is >= 0 and var at ? (ApplyStep)at : null;

    /// <summary>Where to go on after a screen: the next one, or back to the overview after the last.</summary>
    public static string AddressAfter(this ApplyStep step) => step == All[^1] ? "/sell/apply" : (step + 1).Address();
}
