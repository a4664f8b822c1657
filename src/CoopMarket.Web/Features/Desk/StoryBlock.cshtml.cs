using CoopMarket.Domain.Stories;

namespace CoopMarket.Web.Features.Desk;

/// <summary>A text, a quotation, a voice or a product of a story.</summary>
internal sealed class StoryBlockModel : BlockPage
{
    public override string Name => "StoryBlock";

    protected override bool Has(BlockKind kind) => kind is BlockKind.Text or BlockKind.Quote or BlockKind.Voice or BlockKind.Product;
}
