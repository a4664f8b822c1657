using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>
/// What a form was opened with. Where somebody else changed the same things meanwhile, from another phone, what is typed is not kept
/// over it; whoever finds them as she wants them already is told that it is done.
/// </summary>
/// <param name="Seen">The <see cref="TextPrint"/> of what stood in the form; null where nobody saw one.</param>
/// <param name="Wanted">The print of what is typed, as it is kept.</param>
internal sealed record Opened(string? Seen, string Wanted)
{
    /// <summary>The refusal where what is kept now is neither.</summary>
    public Refusal? Compare(string now) => string.IsNullOrEmpty(Seen) || now == Seen || now == Wanted ? null : new ProductChangedMeanwhile();
}
