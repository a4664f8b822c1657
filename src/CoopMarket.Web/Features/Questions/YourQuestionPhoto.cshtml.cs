using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Gives a photo of a thread to whoever asked.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class YourQuestionPhotoModel : MarketPage
{
    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = "s")] string? secret, PhotoId photo, bool small)
        => await SendAsync(new YourQuestionPhoto.Query(Actor, code, secret, photo, small)) is { } jpeg ? File(jpeg, "image/jpeg") : NotFound();
}
