using System.Text.Encodings.Web;
using System.Text.Unicode;
using CoopMarket.Web.Adapters.Mail;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Shared.Emails;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Hosting;

/// <summary>What pages and letters need: their texts, assets, forms, limits and caches.</summary>
internal static class Pages
{
    /// <summary>Registers them; letters go to a folder where no mail server is set.</summary>
    public static void AddPages(this WebApplicationBuilder builder, MarketSettings market)
    {
        var cookies = new MarketCookies(market);
        var services = builder.Services;
        services.AddSingleton<Words>().AddSingleton<Countries>().AddSingleton<Assets>().ConfigureOptions<BindingSentences>();
        services.AddRazorPages(options => options.RootDirectory = "/Features")
            .AddMvcOptions(options =>
            {
                options.ModelBinderProviders.Insert(0, new TypedIdBinderProvider());
                options.ModelBinderProviders.Insert(0, new TickBinder());
                options.Filters.Add<Methods>();
                options.Filters.Add<ExpiredForms>();
                // What must be there is said by the validators, in the reader's language.
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            });
        services.AddAntiforgery(options => cookies.Shape(options.Cookie, cookies.Antiforgery));
        services.Configure<CookieTempDataProviderOptions>(options => cookies.Shape(options.Cookie, cookies.Notice));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<Mailroom>();
        services.AddScoped<Drawings>();
        if (string.IsNullOrEmpty(builder.Configuration["Smtp:Host"]))
            services.AddSingleton<IPost, FilePost>();
        else
            services.AddSingleton<IPost, SmtpPost>();
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddMarketRateLimits();
        services.AddPublicCache();
        services.AddPacking();
    }
}
