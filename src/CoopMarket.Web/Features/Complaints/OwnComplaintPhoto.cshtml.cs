using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Gives a photo of a complaint to the cooperative.</summary>
internal sealed class OwnComplaintPhotoModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Manager;

    protected override bool AlsoSuspended => true;

    public async Task<IActionResult> OnGetAsync(ComplaintId id, PhotoId photo, bool small)
        => await SendAsync(new OwnComplaintPhoto.Query(Actor, Cooperative, id, photo, small)) is { } jpeg ? File(jpeg, "image/jpeg") : NotFound();
}
