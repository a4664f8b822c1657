using System.Net;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>The shop in French, as its readers, crawlers and their mailboxes see it.</summary>
public sealed class Readers_in_French
{
    [Theory]
    [InlineData("vi", "12.500.000\u00a0₫", "−12,40\u00a0€", "1\u00a0€", "29.876,54\u00a0₫", "22/11/2026", "6,5\u00a0%", "1,2\u00a0kg", "3")]
    [InlineData("en", "₫12,500,000", "−€12.40", "€1", "₫29,876.54", "22\u00a0Nov\u00a02026", "6.5%", "1.2\u00a0kg", "March")]
    [InlineData("fr", "12\u202f500\u202f000\u00a0₫", "−12,40\u00a0€", "1\u00a0€", "29\u202f876,54\u00a0₫", "22\u00a0nov.\u00a02026", "6,5\u00a0%", "1,2\u00a0kg", "mars")]
    public void Amounts_dates_and_weights_are_written_as_each_language_writes_them(
        string language, string dong, string euros, string one, string rate, string date, string percent, string weight, string month)
    {
        Languages.Speak(language);
        Show.Dong(12_500_000).ShouldBe(dong);
        Show.Money(new(-1_240, Currency.EUR)).ShouldBe(euros);
        Show.One(Currency.EUR).ShouldBe(one);
        Show.Rate(2_987_654).ShouldBe(rate);
        Show.Date(new DateOnly(2026, 11, 22)).ShouldBe(date);
        Show.Percent(650).ShouldBe(percent);
        Show.Grams(1_200).ShouldBe(weight);
        Show.Month(3).ShouldBe(month);
    }

    [Theory]
    [InlineData("vi", "01/12/2026")]
    [InlineData("en", "1\u00a0Dec\u00a02026")]
    [InlineData("fr", "1er\u00a0déc.\u00a02026")]
    public void The_first_of_a_month_is_an_ordinal_in_French_alone(string language, string date)
    {
        Languages.Speak(language);
        Show.Date(new DateOnly(2026, 12, 1)).ShouldBe(date);
    }

    [Fact]
    internal async Task Countries_stand_in_the_order_of_their_French_names()
    {
        await using var market = await Market.OpenAsync();
        Languages.Speak("fr");
        var names = market.Services.GetRequiredService<Countries>().All.Select(c => c.Name).ToList();
        names[0].ShouldBe("Vietnam");
        names.IndexOf("Émirats arabes unis").ShouldBeInRange(names.IndexOf("Égypte") + 1, names.IndexOf("Espagne") - 1, "É is sorted as E");
    }

    [Fact]
    internal async Task Nothing_and_one_are_singular()
    {
        await using var market = await Market.OpenAsync();
        var words = market.Services.GetRequiredService<Words>();
        Languages.Speak("fr");
        new[] { 0L, 1, 2 }.Select(n => words.Count("storefront.shelf.count", n)).ShouldBe(["0 produit", "1 produit", "2 produits"]);
    }

    [Theory, EveryDatabase]
    internal async Task A_page_says_what_it_is_in_French_and_where_its_translations_are(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync(price: 12_500_000);
        using var reader = market.Reader();

        var page = WebUtility.HtmlDecode(await reader.GetStringAsync("/fr/p/" + product.Slug));

        page.ShouldContain("<html lang=\"fr\">");
        page.ShouldContain($"<link rel=\"canonical\" href=\"{Market.Address}/fr/p/{product.Slug}\">");
        foreach (var language in Languages.All)
            page.ShouldContain($"<link rel=\"alternate\" hreflang=\"{language}\" href=\"{Market.Address}{Languages.Prefix(language)}/p/{product.Slug}\">");
        page.ShouldContain("<meta property=\"og:locale\" content=\"fr_FR\">");
        page.ShouldContain("Ajouter au panier");
        page.ShouldContain("Black garlic", customMessage: "what nobody wrote in French is read in English");
        page.ShouldContain("12\u202f500\u202f000\u00a0₫");
        (await reader.GetStringAsync("/sitemaps/products-1.xml")).ShouldContain($"<loc>{Market.Address}/fr/p/{product.Slug}</loc>");
        (await reader.GetStringAsync("/robots.txt")).ShouldContain("Disallow: /fr/checkout");
        (await (await reader.GetAsync("/fr/nowhere")).Content.ReadAsStringAsync()).ShouldContain("Cette page n’existe pas");
        (await reader.GetStringAsync("/fr/terms")).ShouldContain("Règles du marché et conditions de vente");
    }

    [Theory, EveryDatabase]
    internal async Task A_category_has_a_French_name_where_an_admin_gave_it_one(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var admin = Actor.Job("tests");
        var tea = (await market.SendAsync(new AddCategory.Command(admin, "Chè", "Tea", null, "che", NameFr: " Thé "))).Value;
        var honey = (await market.SendAsync(new AddCategory.Command(admin, "Mật ong", "Honey", null, "mat-ong"))).Value;
        foreach (var category in new[] { tea, honey })
            await market.LiveProductAsync(category: category);
        using var reader = market.Reader();

        (await reader.GetStringAsync("/fr/c/che")).ShouldContain("<h1>Thé</h1>");
        (await reader.GetStringAsync("/fr/c/mat-ong")).ShouldContain("<h1>Honey</h1>");
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await market.SendAsync(new RenameCategory.Command(admin, honey, "Mật ong", "Honey", null, "Miel"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new RenameCategory.Command(admin, honey, "Mật ong", "Honey", null, new string('m', 200)))).Kind.ShouldBe(OutcomeKind.Invalid);
        await market.DeliverAsync();
        (await reader.GetStringAsync("/fr/c/mat-ong?sort=new")).ShouldContain("<h1>Miel</h1>");
    }

    [Theory]
    [InlineData("GET", "/fr/sell", "/en/sell")]
    [InlineData("GET", "/fr/sell/orders?step=pack", "/en/sell/orders?step=pack")]
    [InlineData("POST", "/fr/admin/rules", "/en/admin/rules")]
    [InlineData("GET", "/fr/SELL/ch%C3%A8?q=%C3%A8", "/en/SELL/ch%C3%A8?q=%C3%A8")]
    [InlineData("GET", "/fr/income/abcdefghijklmnopqrstuv", "/en/income/abcdefghijklmnopqrstuv")]
    [InlineData("GET", "/fr/sellers", null)]
    [InlineData("GET", "/fr/en/sell", null)]
    [InlineData("GET", "/fr//sell", null)]
    internal async Task A_desk_that_is_asked_for_in_French_answers_in_English(string method, string path, string? to)
    {
        await using var market = await Market.OpenAsync();
        using var reader = market.Reader();
        using var request = new HttpRequestMessage(new(method), path);

        var answer = await reader.SendAsync(request);

        (answer.StatusCode, answer.Headers.Location?.OriginalString).ShouldBe((to is null ? HttpStatusCode.NotFound : HttpStatusCode.TemporaryRedirect, to));
    }

    [Theory, EveryDatabase]
    internal async Task A_buyer_is_written_to_in_French_and_a_packer_who_reads_French_in_English(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        await market.InDbAsync(db => db.Set<Features.Accounts.Data.Account>().ExecuteUpdateAsync(set => set.SetProperty(a => a.Language, "fr")));
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 2)));
        var placed = (await market.SendAsync(checkout with { Email = "claire@lyon.test", Language = "fr" })).Value;
        var order = await market.OrderAsync(placed.Code);
        await market.DeliverAsync();
        await market.CaptureAsync(order);

        var hers = market.Post.Letters.Where(l => l.To == "claire@lyon.test").ToList();
        hers.Select(l => l.Subject).ShouldBe([$"Nous avons bien reçu votre commande {order.Code}", $"Votre paiement pour la commande {order.Code} est arrivé"]);
        hers[0].Html.ShouldContain("<html lang=\"fr\">");
        hers.ShouldAllBe(l => l.Text.Contains($"/fr/orders/{order.Code}?s=", StringComparison.Ordinal));
        var desk = market.Post.Letters.Where(l => l.To != "claire@lyon.test").ShouldHaveSingleItem();
        desk.Subject.ShouldBe($"A new order: {order.Code}");
        desk.Html.ShouldContain("<html lang=\"en\">");
        desk.Text.ShouldContain($"/en/sell/orders/{order.Code}");
    }

    [Fact]
    internal async Task She_chooses_French_and_finds_it_again()
    {
        await using var market = await Market.OpenAsync();
        using var reader = market.Reader();
        (await reader.GetStringAsync("/")).ShouldContain("<button class=\"link\" name=\"language\" value=\"fr\" lang=\"fr\">FR<span class=\"vh\"> Français</span></button>");
        using var form = new FormUrlEncodedContent([new("language", "fr"), new("place", "/c/che?page=2")]);

        (await reader.PostAsync("/language", form)).Headers.Location!.OriginalString.ShouldBe("/fr/c/che?page=2");

        using var bare = new HttpRequestMessage(HttpMethod.Get, "/");
        bare.Headers.Add("Cookie", "__Host-cm-language=fr");
        using var typed = market.CreateClient();
        (await typed.SendAsync(bare)).Headers.Location!.OriginalString.ShouldBe("/fr");
    }
}
