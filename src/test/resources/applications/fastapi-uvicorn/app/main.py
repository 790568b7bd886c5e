"""Run it with

    app = FastAPI()
"""
import uvicorn
from fastapi import APIRouter, FastAPI

router = APIRouter(prefix="/items")


@router.get("/health")
def of_the_items():
    return "not the application's own"


service = FastAPI(title="items #1")
service.include_router(router)


@service.get("/")
def items():
    return {"items": []}


@service.get("/api/health")
def health():
    return {"status": "well"}


if __name__ == "__main__":
    uvicorn.run(
        "app.main:service",
        port=9000,
    )
