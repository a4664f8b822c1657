using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Gives a photo of a complaint to an admin.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class JudgedComplaintPhotoModel : MarketPage
{
    public async Task<IActionResult> OnGetAsync(ComplaintId id, PhotoId photo, bool small)
        => await SendAsync(new JudgedComplaintPhoto.Query(Actor, id, photo, small)) is { } jpeg ? File(jpeg, "image/jpeg") : NotFound();
}
