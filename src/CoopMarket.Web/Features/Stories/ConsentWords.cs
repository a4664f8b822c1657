using System.Globalization;
using CoopMarket.Web.Features.Storefront.Contract;

namespace CoopMarket.Web.Features.Stories;

/// <summary>The market's words that people agree to when their face, voice or motif is shown: <c>/consent</c>.</summary>
internal static class ConsentWords
{
    private const string Name = "consent";

    /// <summary>In the language of the request.</summary>
    public static PublicText Now => PublicTexts.Find(Name)!;

    /// <summary>The version that somebody who agreed on a day agreed to; empty before there was one.</summary>
    public static string VersionOn(DateOnly day) => day < Now.Since ? "" : Now.Version;

    /// <summary>Since when a version was in force; null where none was kept.</summary>
    public static DateOnly? Since(string version) => version.Length == 0 ? null : DateOnly.ParseExact(version, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
