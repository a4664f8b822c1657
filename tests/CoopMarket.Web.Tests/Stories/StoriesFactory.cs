using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Stories;

/// <summary>Stories for tests of any area, by the real commands.</summary>
internal static class StoriesFactory
{
    /// <summary>A draft with a text.</summary>
    public static async Task<StoryId> StoryDraftAsync(this Market market, SellingCoop coop, string title = "Ba mươi ngày bên nồi ủ", params ProductId[] products)
    {
        var actor = Actor.Of(coop.Manager, "127.0.0.1");
        var id = (await market.SendAsync(new BeginStory.Command(actor, coop.Id))).Value;
        (await market.SendAsync(new WriteStory.Command(
            actor, coop.Id, id, new(title, "Thirty days beside the oven"), new("Chị Pâng nghe mùi mà biết."), new("Bếp ủ nằm dưới sàn nhà.\n\n## Bốn nồi đầu", "The ovens stand under the floor."), null, products))).IsDone.ShouldBeTrue();
        return id;
    }

    /// <summary>A story in the shop.</summary>
    public static async Task<StoryId> LiveStoryAsync(this Market market, SellingCoop coop, string title = "Ba mươi ngày bên nồi ủ", params ProductId[] products)
    {
        var id = await market.StoryDraftAsync(coop, title, products);
        (await market.SendAsync(new PublishStory.Command(Actor.Of(coop.Manager, "127.0.0.1"), coop.Id, id))).IsDone.ShouldBeTrue();
        return id;
    }

    /// <summary>A story in the shop with one block of each kind: text, photo, quote, product, video with a poster, voice.</summary>
    public static async Task<StoryId> StoryOfBlocksAsync(this Market market, SellingCoop coop, string title, ProductId product)
    {
        var actor = Actor.Of(coop.Manager, "127.0.0.1");
        var id = await market.StoryDraftAsync(coop, title, product);
        var (photo, poster) = ((await market.AddPhotoAsync(coop, id)).Value, (await market.AddPhotoAsync(coop, id)).Value);
        // Each story its own sound.
        var voice = await market.HeardAsync(coop, id, "hum.mp3", cut: 5);
        StoryBlock[] blocks =
        [
            TextBlock.Of("Bếp ủ nằm dưới sàn nhà.\n\n## Bốn nồi đầu\n\nHỏng cả *bốn*.", "maker-who"), PhotoBlock.Of(photo, "Nồi thứ năm"), QuoteBlock.Of("Ngày thứ ba thì hăng, cay mắt.", "chị Pâng"),
            new ProductBlock(product), VideoBlock.Of(Video.Of(VideoSite.YouTube, "a-b_c123XYZ"), poster, "Lật tỏi buổi sáng"), new VoiceBlock(voice),
        ];
        (await market.SendAsync(new WriteStory.Command(actor, coop.Id, id, new(title), new("Chị Pâng nghe mùi mà biết."), new(StoryBlocks.Write(blocks)), null, [product]))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PublishStory.Command(actor, coop.Id, id))).IsDone.ShouldBeTrue();
        return id;
    }
}
