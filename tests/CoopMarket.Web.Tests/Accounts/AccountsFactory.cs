using System.Net;
using AngleSharp.Html.Parser;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Mail;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>People for tests of any area.</summary>
internal static class AccountsFactory
{
    /// <summary>The password of every person made here.</summary>
    public const string Password = "bánh chưng xanh lá dong";

    private static int _people;

    /// <summary>Another e-mail at every call.</summary>
    public static string NewEmail() => $"nguoi{Interlocked.Increment(ref _people)}@thu.test";

    /// <summary>Another Vietnamese mobile number at every call, in E.164.</summary>
    public static string NewPhone() => $"+8491{Interlocked.Increment(ref _people):D7}";

    /// <summary>A person who registered by the real command; her e-mail is confirmed if she has one. An admin has a second factor.</summary>
    /// <param name="who">Phone or e-mail; null: a new e-mail.</param>
    public static async Task<PersonId> RegisteredAsync(this Market market, string? who = null, string name = "Lò Thị Mai", bool isAdmin = false, string password = Password)
    {
        var made = await market.SendAsync(new RegisterAccount.Command(Actor.Guest("127.0.0.1"), name, who ?? NewEmail(), password, "vi"));
        var person = made.Value!.Value;
        await market.InDbAsync(db => db.Set<Account>().Where(a => a.Id == person.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.EmailConfirmed, a => a.Email != null).SetProperty(a => a.IsAdmin, isAdmin)));
        await market.InDbAsync(db => db.Set<AccountLink>().Where(l => l.AccountId == person.Value).ExecuteDeleteAsync());
        return isAdmin ? await market.EnrolAsync(person) : person;
    }

    /// <summary>A browser that nobody is signed in with.</summary>
    public static Browser Guest(this Market market) => new(market.CreateClient());

    /// <summary>A browser in which the person is signed in, whoever made her account: a session and its cookie, without the form.</summary>
    public static async Task<Browser> ClientFor(this Market market, PersonId person) => market.BrowserWith(await market.SessionFor(person));

    /// <summary>Begins a session for the person; answers what its cookie holds.</summary>
    public static async Task<string> SessionFor(this Market market, PersonId person)
    {
        var session = await market.WithAsync<IServiceProvider, Guid>(async services =>
        {
            var db = services.GetRequiredService<MarketDb>();
            var begun = services.GetRequiredService<Sessions>().Begin(await db.Set<Account>().SingleAsync(a => a.Id == person.Value), "127.0.0.1", "test");
            await db.SaveChangesAsync();
            return begun.Id;
        });
        var options = market.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(AccountsArea.Scheme);
        var now = market.Clock.GetUtcNow();
        var ticket = new AuthenticationTicket(
            SessionCookie.Principal(new(person, session)), new() { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan }, AccountsArea.Scheme);
        return options.TicketDataFormat.Protect(ticket);
    }

    /// <summary>A fresh browser with the cookie of a session, and others.</summary>
    public static Browser BrowserWith(this Market market, string? session, params (string Name, string Value)[] cookies)
    {
        var names = market.Services.GetRequiredService<MarketCookies>();
        var jar = new CookieContainer();
        if (session is not null)
            jar.Add(new Uri(Market.Address), new Cookie(names.Session, session) { Secure = true });
        foreach (var (name, value) in cookies)
            jar.Add(new Uri(Market.Address), new Cookie(names.Name(name), value) { Secure = true });
        return new(market.CreateDefaultClient(new Uri(Market.Address), new CookieContainerHandler(jar)));
    }

    /// <summary>Signs in by the form.</summary>
    public static Task<HttpResponseMessage> SignInAsync(this Browser browser, string who, string password = Password, string? returnUrl = null)
        => browser.PostFormAsync(
            "/account/sign-in" + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl)), ("Form.Who", who), ("Form.Password", password));

    /// <summary>The link that a mail holds.</summary>
    public static string LinkIn(Letter letter)
        => new HtmlParser().ParseDocument(letter.Html).QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains("/account/", StringComparison.Ordinal));

    /// <summary>«name=value» of the session's cookie that an answer sets.</summary>
    public static string SessionCookieIn(HttpResponseMessage response)
        => response.Headers.GetValues("Set-Cookie").Last(c => c.Contains("cm-session=", StringComparison.Ordinal)).Split(';')[0];

    /// <summary>A browser that sends one cookie and keeps none.</summary>
    public static Browser WithCookie(this Market market, string cookie)
    {
        var client = market.CreateDefaultClient(new Uri(Market.Address));
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return new(client);
    }
}
