namespace CoopMarket.Web.Features.Shared;

/// <summary>The way through the pages of a long list; drawn by <c>_Turns</c>.</summary>
/// <param name="Number">Which page, from 1.</param>
/// <param name="HasMore">Whether another page follows.</param>
/// <param name="Address">The list's address with what it shows, without the page.</param>
internal sealed record Turns(int Number, bool HasMore, string Address)
{
    private const int MostPages = 10_000;

    /// <summary>A page that can be asked for, whatever was typed.</summary>
    public static int Read(int typed) => Math.Clamp(typed, 1, MostPages);

    /// <summary>The address of this page.</summary>
    public string Here => Number > 1 ? To(Number) : Address;

    /// <summary>The address of a page.</summary>
    public string To(int number) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}p={number}";
}
