namespace CoopMarket.Web.Features.Photos;

/// <summary>Registers the area.</summary>
internal static class PhotosArea
{
    public static void AddPhotos(this WebApplicationBuilder builder)
    {

    }

    public static void MapPhotos(this WebApplication app)
    {
    }
}
