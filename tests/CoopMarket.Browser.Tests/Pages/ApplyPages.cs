using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Pages;

/// <summary>The application: ten questions, one on each screen.</summary>
internal sealed class ApplyPages(Screen screen)
{
    /// <summary>Answers all ten and hands in.</summary>
    public async Task HandInAsync(string name, string representative, byte[] paper)
    {
        await screen.OpenAsync("/sell/apply");
        await screen.FollowAsync("sellers.apply.begin");
        await screen.PickAsync("sellers.kind.Cooperative");
        await NextAsync("kind");
        await screen.FillAsync("sellers.field.Name", name);
        await screen.FillAsync("sellers.field.LegalName", "Hợp tác xã " + name);
        await NextAsync("names");
        await screen.FillAsync("sellers.field.TaxCode", "5500987654");
        await NextAsync("tax-code");
        await screen.FillAsync("sellers.field.Representative", representative);
        await NextAsync("representative");
        await screen.ChooseAsync("sellers.place.son-la", "Xã Gia Phù");
        await screen.FillAsync("sellers.field.Village", "Bản Tọ");
        await NextAsync("place");
        await screen.FillAsync("sellers.field.Phone", "0912 345 678");
        await NextAsync("phone");
        await screen.ChooseAsync("sellers.field.Bank", "Agribank");
        await screen.FillAsync("sellers.field.BankAccount", "7900205987654");
        await screen.FillAsync("sellers.field.BankAccountName", "HTX TOI DEN GIA PHU");
        await NextAsync("bank");
        await SendPaperAsync(paper);
        await screen.FillAsync("sellers.field.Makes", "Tỏi đen ủ 60 ngày");
        await NextAsync("makes");
        await screen.PickAsync("sellers.consent.agree");
        await NextAsync("consent", "sellers.apply.finish");
        await screen.PressAsync("sellers.apply.submit");
        await screen.SeesAsync("sellers.apply.submitted.head");
    }

    private async Task SendPaperAsync(byte[] paper)
    {
        await screen.SeesAsync("sellers.ask.papers");
        await screen.Field("sellers.papers.file").SetInputFilesAsync(new FilePayload { Name = "giay-dang-ky.jpg", MimeType = "image/jpeg", Buffer = paper });
        // Straight on, as people do: the chosen file is sent all the same.
        await screen.PressAsync("sellers.apply.next");
        await screen.SeesAsync("sellers.papers.kept");
    }

    private async Task NextAsync(string step, string button = "sellers.apply.next")
    {
        await screen.SeesAsync("sellers.ask." + step);
        await screen.PressAsync(button);
    }
}
