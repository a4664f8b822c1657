using CoopMarket.Web.Tests.Accounts;

namespace CoopMarket.Browser.Tests.Pages;

/// <summary>Opening an account and coming in.</summary>
internal sealed class AccountPages(Screen screen)
{
    public const string Password = "bánh chưng xanh lá dong";

    /// <summary>Opens an account by e-mail, confirms the e-mail by the mailed link, and signs in.</summary>
    public async Task JoinAsync(string name, string email)
    {
        await screen.OpenAsync("/account/register");
        await screen.FillAsync("accounts.name", name);
        await screen.FillAsync("accounts.who", email);
        await screen.FillAsync("accounts.password.new", Password);
        await screen.PressAsync("accounts.register.button");
        await screen.SeesAsync("accounts.register.done-mail");
        await FillInAsync(email, Password);
        await screen.Market.DeliverAsync();
        await screen.OpenAsync(screen.Market.LinkIn(email, "/account/"));
        await screen.PressAsync("accounts.mail.confirm-email.link");
        await screen.SeesAsync("accounts.confirm.done");
    }

    public async Task SignInAsync(string who, string password = Password)
    {
        await screen.OpenAsync("/account/sign-in");
        await FillInAsync(who, password);
    }

    /// <summary>Gives the code of her second factor.</summary>
    public async Task GiveCodeAsync()
    {
        await screen.FillAsync("accounts.factor.code", screen.Market.CodeNow());
        await screen.PressAsync("accounts.sign-in.button");
    }

    private async Task FillInAsync(string who, string password)
    {
        await screen.FillAsync("accounts.who", who);
        await screen.FillAsync("accounts.password", password);
        await screen.PressAsync("accounts.sign-in.button");
    }
}
