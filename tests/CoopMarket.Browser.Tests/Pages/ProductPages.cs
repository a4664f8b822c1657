using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Pages;

/// <summary>A product and a story at the cooperative's desk.</summary>
internal sealed class ProductPages(Screen screen)
{
    /// <summary>Lists a product in jars of 250 g, with photos, and sends it to the market.</summary>
    public async Task ListAsync(string name, string category, string price, int jars, params byte[][] photos)
    {
        await screen.OpenAsync("/sell/products");
        await screen.FollowAsync("catalog.desk.new");
        await screen.FillAsync("catalog.field.name", name);
        await screen.ChooseAsync("catalog.field.category", category);
        await screen.PressAsync("catalog.what.next");
        await screen.FillAsync("catalog.field.line", "Ủ 60 ngày trong nồi đất.");
        await screen.FillAsync("catalog.field.description", "Tỏi trồng trên nương, **ủ bằng hơi ấm**, lật tay mỗi sáng.");
        await screen.PressAsync("catalog.tell.next");
        await SendPhotosAsync(photos);
        await screen.FollowAsync("photos.desk.next");
        await SizeAsync(price);
        await OriginAsync();
        await screen.SeesAsync("catalog.look.origin");
        await StockAsync(jars);
        if (await screen.Page.Locator("#abroad").CountAsync() > 0)
            await screen.PressAsync("catalog.abroad.world");
        await screen.PressAsync("catalog.submit");
    }

    /// <summary>Sends photos and waits until they stand in the list.</summary>
    public async Task SendPhotosAsync(params byte[][] photos)
    {
        var shots = screen.Page.Locator("#shots > li:not(.room)");
        var before = await shots.CountAsync();
        await screen.Page.GetByLabel(screen.Say("photos.desk.pick")).SetInputFilesAsync(
            photos.Select((p, i) => new FilePayload { Name = $"anh-{i}.jpg", MimeType = "image/jpeg", Buffer = p }));
        if (!screen.Scripts)
            await screen.PressAsync("photos.desk.send");
        await Assertions.Expect(shots.Filter(new() { Has = screen.Page.GetByRole(AriaRole.Link) })).ToHaveCountAsync(before + photos.Length, new() { Timeout = 20_000 });
    }

    /// <summary>Writes a story about a product and puts it into the shop.</summary>
    public async Task TellStoryAsync(string title, string product, byte[] photo)
    {
        await screen.OpenAsync("/sell/stories");
        await screen.PressAsync("stories.list.begin");
        await screen.FillAsync("stories.draft.name", title);
        await screen.FillAsync("stories.draft.lead", "Chị Pâng nghe mùi mà biết.");
        await screen.UnfoldAsync("stories.draft.about");
        await screen.Page.GetByLabel(product).CheckAsync();
        await screen.PressAsync("stories.block.Text");
        await screen.FillAsync("stories.draft.body", "Bếp ủ nằm dưới sàn nhà.\n\n## Bốn nồi đầu\n\nHỏng cả *bốn*.");
        await screen.PressAsync("stories.draft.save");
        await screen.ReadsAsync("Đã lưu lúc");
        await screen.FollowAsync("stories.draft.photos.add");
        await SendPhotosAsync(photo);
        await screen.FollowAsync("photos.desk.back.story");
        await screen.PressAsync("stories.draft.publish");
        await screen.SeesAsync("stories.draft.published");
    }

    private async Task SizeAsync(string price)
    {
        await screen.FollowAsync("catalog.sizes.add");
        await screen.FillAsync("catalog.field.size-name", "hũ 250 g");
        await screen.FillAsync("catalog.field.price", price);
        await screen.PickAsync("catalog.kind.Mass");
        await screen.FillAsync("catalog.field.net", "250");
        await screen.FillAsync("catalog.field.grams", "420");
        await screen.FillAsync("catalog.field.length", "9");
        await screen.FillAsync("catalog.field.width", "9");
        await screen.FillAsync("catalog.field.height", "11");
        await screen.PressAsync("catalog.save");
        await screen.ReadsAsync("hũ 250 g");
        await screen.PickAsync("catalog.ready.stock");
        await screen.PressAsync("catalog.sizes.next");
    }

    private async Task OriginAsync()
    {
        await screen.ChooseAsync("catalog.field.commune", "Xã Gia Phù");
        await screen.FillAsync("catalog.field.village", "Bản Tọ");
        await screen.PressAsync("catalog.origin.next");
    }

    /// <summary>Tells of OCOP stars of a product, with a photo of the paper.</summary>
    public async Task CertifyAsync(string product, string number, string issued, string last, byte[] paper)
    {
        await screen.OpenAsync("/sell/more");
        await screen.FollowAsync("desk.more.certificates");
        await screen.FollowAsync("certificates.add");
        await screen.PickAsync("certificates.kind.Ocop");
        await screen.Field("certificates.field.stars").SelectOptionAsync("4");
        await screen.FillAsync("certificates.field.name", "OCOP 4 sao");
        await screen.FillAsync("certificates.field.number", number);
        await screen.FillAsync("certificates.field.issuer", "UBND tỉnh Sơn La");
        await screen.FillAsync("certificates.field.issued", issued);
        await screen.FillAsync("certificates.field.expires", last);
        await screen.Page.GetByLabel(product).CheckAsync();
        await screen.Field("certificates.field.paper").SetInputFilesAsync(new FilePayload { Name = "giay.jpg", MimeType = "image/jpeg", Buffer = paper });
        await screen.PressAsync("certificates.send");
        await screen.SeesAsync("certificates.added");
    }

    private async Task StockAsync(int jars)
    {
        await screen.FollowAsync("catalog.look.stock-edit");
        await screen.PickAsync("catalog.cause.Received");
        await screen.FillAsync("catalog.stock.quantity", jars.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await screen.PressAsync("catalog.stock.note");
        await screen.SeesAsync("catalog.stock.noted");
        await screen.GoAsync(() => screen.Page.Locator("main").GetByRole(AriaRole.Link).First.ClickAsync());
    }
}
